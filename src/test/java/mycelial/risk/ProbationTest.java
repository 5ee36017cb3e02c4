package mycelial.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import mycelial.market.Pair;
import mycelial.risk.Probation.Level;
import mycelial.risk.Probation.Limits;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Positions of 500: 5, 10 and 15 % are 25, 50 and 75. */
final class ProbationTest {
  private static final Pair BITCOIN = new Pair("XXBTZUSD");
  private static final Pair ETHER = new Pair("XETHZUSD");

  private final Probation probation =
      new Probation(
          new BigDecimal(500),
          new Limits(new BigDecimal(5), new BigDecimal(10), new BigDecimal(15)));

  private @Nullable Level judge(String pnl) {
    return probation.judge(BITCOIN, new BigDecimal(pnl));
  }

  @Test
  void fallsOneLevelAfterTheOther() {
    assertThat(judge("-24.99")).isNull();
    assertThat(judge("-25")).isEqualTo(Level.HALF);
    assertThat(judge("-50")).isEqualTo(Level.QUARTER);
    assertThat(judge("-75")).isEqualTo(Level.HIBERNATING);
    assertThat(probation.level(BITCOIN)).isEqualTo(Level.HIBERNATING);
  }

  @Test
  void fallsSeveralLevelsAtOnceWhereTheLossIsLarge() {
    assertThat(judge("-80")).isEqualTo(Level.HIBERNATING);
  }

  @Test
  void risesOnlyWhenEverythingIsEarnedBack() {
    judge("-55");
    assertThat(judge("-10")).isNull();
    assertThat(judge("-0.01")).isNull();
    assertThat(judge("0")).isEqualTo(Level.FULL);
  }

  @Test
  void hibernationEndsByReleaseAloneAndCountsFromThere() {
    judge("-80");
    assertThat(judge("10")).isNull();
    probation.release(BITCOIN, new BigDecimal("-80"));

    assertThat(probation.level(BITCOIN)).isEqualTo(Level.FULL);
    assertThat(judge("-104.99")).isNull();
    assertThat(judge("-105")).isEqualTo(Level.HALF);
    assertThat(probation.percent(BITCOIN, new BigDecimal("-105"))).isEqualByComparingTo("-5");
  }

  @Test
  void pairsAreJudgedApart() {
    judge("-80");

    assertThat(probation.level(ETHER)).isEqualTo(Level.FULL);
    assertThat(probation.judge(ETHER, new BigDecimal("-26"))).isEqualTo(Level.HALF);
  }
}
