package mycelial.agent.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mycelial.agent.explorer.MoatBoard.Voice;
import mycelial.agent.explorer.Scorer.Score;
import mycelial.message.ProspectingProposal.Points;
import org.junit.jupiter.api.Test;

final class ScorerTest {
  private static final Voice UNKNOWN = new Voice(0, 0, "not known");

  /** Turnover, volatility and liquidity at a rank of 1 to 4, neither a surge nor a trend. */
  private static Standing ranked(int rank) {
    return new Standing(1000 * rank, 1, 0.001 * rank, 1, 1.0 / rank, 0, 0);
  }

  private static final Standing LOW = ranked(1);
  private static final Standing MIDDLE = ranked(2);
  private static final Standing HIGH = ranked(3);
  private static final Standing TOP = ranked(4);
  private static final List<Standing> MARKET = List.of(LOW, MIDDLE, HIGH, TOP);

  private static Score score(Standing pair) {
    return new Scorer(MARKET, UNKNOWN).score(pair);
  }

  @Test
  void givesPointsToTheUpperHalfOfThePairs() {
    assertThat(score(HIGH).points()).isEqualTo(new Points(1, 1, 1, 0, 0));
    assertThat(score(MIDDLE).points()).isEqualTo(new Points(0, 0, 0, 0, 0));
  }

  @Test
  void givesAPointEachForASurgeAndForATrend() {
    Standing rising = new Standing(1000, 1.25, 0.001, 1.25, 1, 0, 1);
    Standing falling = new Standing(1000, 1.24, 0.001, 1.24, 1, 0, -1);

    assertThat(score(rising).points()).isEqualTo(new Points(1, 1, 0, 1, 0));
    assertThat(score(falling).points()).isEqualTo(new Points(0, 0, 0, 1, 0));
  }

  @Test
  void aPairThatIsOftenQuietIsNotLiquid() {
    Standing quiet = new Standing(4000, 1, 0.001, 1, 0.1, 0.11, 0);
    Standing lively = new Standing(4000, 1, 0.001, 1, 0.1, 0.1, 0);

    assertThat(score(quiet).points().liquidity()).isZero();
    assertThat(score(lively).points().liquidity()).isEqualTo(1);
  }

  @Test
  void countsOnlyPointsThatCouldBeGiven() {
    Standing perfect = new Standing(9000, 2, 0.009, 2, 0.01, 0, 3);

    Score withoutMoats = score(perfect);
    assertThat(withoutMoats.available()).isEqualTo(6);
    assertThat(withoutMoats.share()).isEqualTo(1);

    Score calm = new Scorer(MARKET, new Voice(0, 2, "calm")).score(perfect);
    assertThat(calm.available()).isEqualTo(8);
    assertThat(calm.share()).isEqualTo(0.75);

    Scorer scorer = new Scorer(MARKET, new Voice(2, 2, "Code, Corporations"));
    Score loud = scorer.score(perfect);
    assertThat(loud.points().total()).isEqualTo(Points.MOST);
    assertThat(scorer.reason(perfect, loud)).contains("cross-moat 2 (Code, Corporations)");
  }

  @Test
  void doesNotCompareAPairThatIsAlone() {
    Standing alone = new Standing(9000, 2, 0.009, 1, 0.01, 0, 3);
    Score score = new Scorer(List.of(alone), UNKNOWN).score(alone);

    assertThat(score.points()).isEqualTo(new Points(1, 0, 0, 1, 0));
    assertThat(score.available()).isEqualTo(3);
  }

  @Test
  void pairsThatAreAllTheSameAreNotAboveEachOther() {
    Score score = new Scorer(List.of(LOW, LOW, LOW), UNKNOWN).score(LOW);

    assertThat(score.points().total()).isZero();
  }
}
