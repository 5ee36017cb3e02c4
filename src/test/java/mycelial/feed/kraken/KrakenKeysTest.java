package mycelial.feed.kraken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class KrakenKeysTest {
  /** The example of Kraken's documentation. */
  private static final String SECRET =
      "kQH5HW/8p1uGOVjbgWA7FunAmGO8lsSUXNsu3eow76sz84Q18fWxnyRzBHCd3pd5nE9qa99HAZtuZuj6F1huXg==";

  @Test
  void signsAsKrakenDocumentsIt() {
    var keys = new KrakenKeys("key", SECRET);
    String form =
        "nonce=1616492376594&ordertype=limit&pair=XBTUSD&price=37500&type=buy&volume=1.25";
    assertThat(keys.sign("/0/private/AddOrder", 1616492376594L, form))
        .isEqualTo(
            "4/dpxb3iT4tp/ZCVEwSnEsLxx0bqyhLpdfOpc6fn7OR8+UClSV5n9E6aSS8MPtnRfp32bAb0nmbRn6H8ndwLUQ==");
  }

  @Test
  void keepsTheSecretOutOfEveryText() {
    assertThat(new KrakenKeys("canary-key", SECRET).toString()).isEqualTo("KrakenKeys[hidden]");
    assertThatThrownBy(() -> new KrakenKeys("key", "canary!"))
        .hasMessageNotContaining("canary")
        .hasNoCause();
  }
}
