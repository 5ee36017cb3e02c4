package mycelial.feed.kraken;

import static org.assertj.core.api.Assertions.assertThat;

import mycelial.feed.kraken.KrakenException.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KrakenErrorsTest {
  @ParameterizedTest
  @CsvSource({
    "EAPI:Rate limit exceeded, THROTTLED",
    "EOrder:Rate limit exceeded, THROTTLED",
    "EGeneral:Too many requests, THROTTLED",
    "EService: Throttled: 1772474400, SERVICE",
    "EGeneral:Temporary lockout, LOCKED_OUT",
    "EService:Unavailable, SERVICE",
    "EService:Busy, SERVICE",
    "EService:Timeout, SERVICE",
    "EService:Deadline elapsed, SERVICE",
    "EGeneral:Internal error, SERVICE",
    "EGeneral:Internal error[id], SERVICE",
    "EService:Market in cancel_only mode, MARKET_MODE",
    "EService:Market in post_only mode, MARKET_MODE",
    "EService:Market in limit_only mode, MARKET_MODE",
    "EQuery:Unknown asset pair, REQUEST",
    "EGeneral:Invalid arguments:volume minimum not met, REQUEST",
    "EOrder:Insufficient funds, REQUEST",
    "EAPI:Invalid key, AUTH",
    "EAPI:Invalid signature, AUTH",
    "EAPI:Invalid nonce, AUTH",
    "EGeneral:Permission denied, AUTH",
    "ESomething:new, SERVICE"
  })
  void knowsATextByItsBeginning(String text, Kind kind) {
    assertThat(KrakenErrors.of("Time", text).kind()).isEqualTo(kind);
    assertThat(KrakenErrors.of("Time", text).getMessage()).startsWith("Time: Kraken answers '");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nb", "a\u001b[31mb", "a\r\n\tb"})
  void makesAForeignTextOneLine(String text) {
    assertThat(KrakenErrors.shown(text)).matches("a( |.*31m)b").doesNotContain("\n", "\u001b");
  }
}
