package mycelial.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import mycelial.market.Bar;
import mycelial.market.Interval;
import mycelial.market.MarketUpdate;
import mycelial.market.Moat;
import mycelial.market.MoatProvenance;
import mycelial.market.MoatSignal;
import mycelial.market.MoatTarget;
import mycelial.market.Pair;
import mycelial.market.Quote;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NullMarked
final class ArrivalJsonTest {
  private static final Pair PAIR = new Pair("SOLUSD");
  private static final MoatTarget TARGET = new MoatTarget(Moat.CODE, "Python");

  @Test
  void readsBackToTheBitWhatItWrote() {
    Bar bar =
        new Bar(
            60, Interval.MINUTE, 0.1 + 0.2, 1e-7 + 1, 0.1, 1 / 3.0, 12345.678, 9, Bar.Kind.LATE);
    Quote quote = new Quote(120.015625, 101.30000000000001);
    List<Arrival> all =
        List.of(
            new Arrival.Market(new MarketUpdate(PAIR, bar, quote, true)),
            new Arrival.Market(new MarketUpdate(PAIR, null, quote, false)),
            new Arrival.Market(new MarketUpdate(PAIR, bar, null, false)),
            new Arrival.Signal(new MoatSignal(TARGET, "commits", -0.0, 7, 8)),
            new Arrival.MoatChange(TARGET, MoatProvenance.MISSING, "HTTP \"500\"\nagain"),
            new Arrival.Access("exchange", null, false, "maintenance"),
            new Arrival.Access("feed", PAIR, true, "fresh again"));

    assertThat(all)
        .allSatisfy(
            arrival -> assertThat(ArrivalJson.read(ArrivalJson.write(arrival))).isEqualTo(arrival));
    assertThat(all).noneMatch(arrival -> ArrivalJson.write(arrival).contains("\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[]",
        "{\"market\":{}}",
        "{\"gift\":{}}",
        "{\"market\":{\"pair\":\"SOLUSD\"}",
        "{\"access\":{\"cause\":\"x\",\"pair\":null,\"entries\":true,\"reason\":\" \"}}",
        "{\"market\":{\"pair\":\"SOLUSD\",\"quote\":[1,-2]}}"
      })
  void refusesWhatIsNoArrival(String text) {
    assertThatExceptionOfType(BadDataException.class).isThrownBy(() -> ArrivalJson.read(text));
  }
}
