package mycelial.bench.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import mycelial.bench.learning.Judgement.Discovery;
import mycelial.bench.learning.Judgement.IdeaSeen;
import mycelial.feed.synthetic.Episode;
import mycelial.feed.synthetic.PlantedEffect;
import mycelial.ledger.IdeaRecord;
import mycelial.market.EvidenceGrade;
import mycelial.market.Pair;
import mycelial.market.Side;
import mycelial.market.SignalSource;
import org.junit.jupiter.api.Test;

final class JudgeTest {
  private static final long HOUR = 3_600;
  private static final Pair PAIR = new Pair("SOLUSD");
  private static final Pair OTHER = new Pair("ADAUSD");
  private static final PlantedEffect EFFECT =
      new PlantedEffect(1, PAIR, "dip", Side.BUY, 30, 0.04, "a dip", true, "", 0, 100 * HOUR);

  /** Episodes at hours 10, 20 and 30, a decoy at 40, a reversal at 50; half an hour each. */
  private static final PlantedTruth TRUTH =
      new PlantedTruth(
          0,
          100 * HOUR,
          List.of(EFFECT),
          List.of(episode(10), episode(20), episode(30)),
          List.of(episode(40)),
          List.of(episode(50)));

  private static Episode episode(long hour) {
    long start = hour * HOUR;
    return new Episode(1, PAIR, start, start + 600, start + 1_800);
  }

  private static IdeaRecord idea(double time, Pair pair, Side side, EvidenceGrade grade) {
    return new IdeaRecord(
        "i-" + time,
        SignalSource.MYCELIAL,
        "learner",
        pair,
        side,
        time,
        grade,
        50,
        "p",
        "because",
        "OPENED",
        0,
        "OPEN",
        null,
        null);
  }

  private static IdeaRecord buy(double time) {
    return idea(time, PAIR, Side.BUY, EvidenceGrade.EXPLORATORY);
  }

  private static Judgement judge(IdeaRecord... ideas) {
    return new Judge(TRUTH).judge(List.of(ideas), List.of(), Map.of());
  }

  @Test
  void anIdeaIsTrueFromThePrecursorsStartToBeforeTheDriftsEnd() {
    double start = 10 * HOUR;
    assertThat(
            judge(buy(start - 0.1), buy(start), buy(start + 1_799.9), buy(start + 1_800)).ideas())
        .extracting(IdeaSeen::effect)
        .containsExactly(0, 1, 1, 0);
  }

  @Test
  void anIdeaIsFalseOfAnotherPairOrDirection() {
    double start = 10 * HOUR;
    assertThat(
            judge(
                    idea(start, OTHER, Side.BUY, EvidenceGrade.PROVEN),
                    idea(start, PAIR, Side.SELL, EvidenceGrade.PROVEN))
                .ideas())
        .noneMatch(IdeaSeen::isTrue);
  }

  @Test
  void aDecoyOrAReversalMakesNoIdeaTrue() {
    assertThat(judge(buy(40 * HOUR), buy(50 * HOUR)).ideas())
        .allMatch(idea -> !idea.isTrue() && idea.decoyOf() == 1);
  }

  @Test
  void anEffectIsFoundByItsFirstTrueIdeaOfAGrade() {
    IdeaRecord proven = idea(20 * HOUR + 60, PAIR, Side.BUY, EvidenceGrade.PROVEN);
    var effect = judge(buy(5 * HOUR), buy(10 * HOUR), proven, buy(40 * HOUR)).effects().getFirst();

    assertThat(effect.any()).isEqualTo(new Discovery(10.0, 2, 1));
    assertThat(effect.proven()).isEqualTo(new Discovery(20 + 1 / 60.0, 1, 0));
    assertThat(effect.episodes()).isEqualTo(3);
    assertThat(effect.ending()).isFalse();
  }

  @Test
  void anEffectWithoutATrueIdeaIsNotFound() {
    assertThat(judge(buy(5 * HOUR)).effects().getFirst().any().isFound()).isFalse();
  }
}
