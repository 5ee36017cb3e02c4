package mycelial.stub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class PrivateApiTest {
  private static final String SECRET =
      "kQH5HW/8p1uGOVjbgWA7FunAmGO8lsSUXNsu3eow76sz84Q18fWxnyRzBHCd3pd5nE9qa99HAZtuZuj6F1huXg==";
  private static final String ADD = "/0/private/AddOrder";

  private final StubExchange exchange =
      StubExchange.start(new StubOptions().account("key", SECRET, 60_000));
  private final Probe probe = new Probe(exchange);

  @AfterEach
  void stop() {
    probe.close();
    exchange.close();
  }

  private String post(String path, String nonce, String parameters)
      throws IOException, InterruptedException {
    String body = "nonce=" + nonce + "&" + parameters;
    return probe
        .send(
            probe
                .request(path)
                .header("API-Key", "key")
                .header("API-Sign", PrivateApi.signature(path, nonce, body, SECRET))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build())
        .body();
  }

  /** The example in Kraken's documentation. */
  @Test
  void theSignatureIsKrakens() {
    String body =
        "nonce=1616492376594&ordertype=limit&pair=XBTUSD&price=37500&type=buy&volume=1.25";
    assertThat(PrivateApi.signature(ADD, "1616492376594", body, SECRET))
        .isEqualTo(
            "4/dpxb3iT4tp/ZCVEwSnEsLxx0bqyhLpdfOpc6fn7OR8+UClSV5n9E6aSS8MPtnRfp32bAb0nmbRn6H8ndwLUQ==");
  }

  @Test
  void anOrderIsOnlyValidated() throws IOException, InterruptedException {
    String order = "ordertype=market&type=buy&volume=0.01&pair=XBTUSD";
    assertThat(post(ADD, "1", order + "&validate=true"))
        .contains("\"descr\":{\"order\":\"buy 0.01000000 XBTUSD @ market\"}")
        .doesNotContain("txid");
    assertThat(exchange.ordersPlaced()).isEmpty();
  }

  @Test
  void anOrderWithoutValidateIsRefusedAndNeverForgotten() throws IOException, InterruptedException {
    String order = "ordertype=market&type=buy&volume=0.01&pair=XBTUSD";
    assertThat(post(ADD, "1", order)).contains("\"error\":[\"E").doesNotContain("result");
    assertThat(post(ADD, "2", order + "&validate=false")).contains("\"error\":[\"E");
    try (Probe.Stream stream = probe.stream()) {
      stream.send("{\"method\":\"add_order\",\"params\":{}}");
      assertThat(stream.next("method", "add_order").path("success").asBoolean()).isFalse();
    }
    assertThat(exchange.ordersPlaced()).hasSize(3);
  }

  @Test
  void whatIsWrongWithAnOrderIsSaid() throws IOException, InterruptedException {
    String order = "ordertype=market&type=buy&validate=true&pair=XBTUSD&volume=";
    assertThat(post(ADD, "1", order + "0.00000001")).contains("volume minimum not met");
    assertThat(post(ADD, "2", order + "none")).contains("EGeneral:Invalid arguments:volume");
    assertThat(post(ADD, "2", order + "1")).contains("EAPI:Invalid nonce");
    assertThat(post(ADD, "3", "validate=true&pair=FOOUSD&type=buy&ordertype=market"))
        .contains("EQuery:Unknown asset pair");
  }

  @Test
  void onlyTheAccountIsAnswered() throws IOException, InterruptedException {
    HttpRequest.Builder request =
        probe
            .request("/0/private/TradeVolume")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("nonce=9"));
    assertThat(probe.send(request.build()).body()).contains("EAPI:Invalid key");
    request.header("API-Key", "key").header("API-Sign", "AAAA");
    assertThat(probe.send(request.build()).body()).contains("EAPI:Invalid signature");
  }

  @Test
  void theFeeIsThatOfTheTier() throws IOException, InterruptedException {
    assertThat(post("/0/private/TradeVolume", "5", "pair=XBTUSD"))
        .contains("\"XXBTZUSD\":{\"fee\":\"0.2400\"", "\"tiervolume\":\"50000.0000\"");
  }
}
