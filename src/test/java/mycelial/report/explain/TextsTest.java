package mycelial.report.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import mycelial.agent.trader.Fate;
import mycelial.ledger.ExitReason;
import mycelial.ledger.IdeaRecord;
import mycelial.market.Condition;
import mycelial.market.Condition.Comparison;
import mycelial.market.EvidenceGrade;
import mycelial.market.Pair;
import mycelial.market.Side;
import mycelial.market.SignalSource;
import mycelial.market.Source;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TextsTest {
  @ParameterizedTest
  @EnumSource(Fate.class)
  void saysAFateAsTheTraderDoes(Fate fate) {
    assertThat(Texts.fate(fate.name())).isEqualTo(fate.words());
  }

  @ParameterizedTest
  @EnumSource(ExitReason.class)
  void hasWordsForEveryExit(ExitReason reason) {
    assertThat(Texts.exit(reason)).contains(" ");
  }

  @Test
  void saysARankAsAShareOfThePast() {
    Condition low = new Condition(Source.of("SOLUSD|rsi"), Comparison.BELOW, 0.2);
    Condition high = new Condition(Source.of("SOLUSD|volume_z"), Comparison.ABOVE, 0.9);
    assertThat(Texts.rule(List.of(low, high)))
        .isEqualTo(
            "SOLUSD.rsi lower than 80 % of its recent values and SOLUSD.volume_z higher than 90 %"
                + " of its recent values");
  }

  @Test
  void saysHowNearTheClockMustBe() {
    Source.Clock clock = new Source.Clock(Source.Cycle.DAY, 120);
    Condition near = new Condition(clock, Comparison.ABOVE, 0.9);
    assertThat(Texts.condition(near)).isEqualTo("less than 72.0 min from 02:00 UTC");
    assertThat(near.holds(clock.level(3600 * 2 + 71 * 60))).isTrue();
    assertThat(near.holds(clock.level(3600 * 2 + 73 * 60))).isFalse();
    Source.Clock hour = new Source.Clock(Source.Cycle.HOUR, 5);
    assertThat(Texts.condition(new Condition(hour, Comparison.BELOW, 0.5)))
        .isEqualTo("more than 15.0 min from minute 05 of the hour");
  }

  @Test
  void saysHowNearAnIdeaCameToItsPartner() {
    assertThat(Texts.meeting(idea("NEAR_MISS", 7_250L)))
        .isEqualTo("the other stream agreed, but too late, 7.3 s apart at best");
    assertThat(Texts.meeting(idea("EXPIRED", null)))
        .isEqualTo("the other stream never agreed in time");
  }

  private static IdeaRecord idea(String collision, @Nullable Long gap) {
    return new IdeaRecord(
        "i-1",
        SignalSource.MYCELIAL,
        "learner-3",
        new Pair("SOLUSD"),
        Side.BUY,
        1_700_000_000,
        EvidenceGrade.EXPLORATORY,
        50,
        null,
        "three learners agree",
        "OPENED",
        2,
        collision,
        gap == null ? null : "b-1",
        gap);
  }

  @Test
  void writesNumbersWithoutExponents() {
    assertThat(Texts.plain(new BigDecimal("1E+3"))).isEqualTo("1000");
    assertThat(Texts.plain(new BigDecimal("0.000"))).isEqualTo("0");
    assertThat(Texts.number(1.0e-7)).isEqualTo("0.0000001");
    assertThat(Texts.money(new BigDecimal("1.005"))).isEqualTo("+1.00 USD");
    assertThat(Texts.money(new BigDecimal("-0.001"))).isEqualTo("0.00 USD");
    assertThat(Texts.percent(-0.01234)).isEqualTo("-1.234 %");
  }
}
