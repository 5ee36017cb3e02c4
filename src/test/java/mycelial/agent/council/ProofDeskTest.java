package mycelial.agent.council;

import static mycelial.agent.Agents.BITCOIN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import mycelial.market.Side;
import mycelial.message.EvidenceReport;
import org.junit.jupiter.api.Test;

final class ProofDeskTest {
  private static final double LEVEL = 0.1;
  private static final int LEARNERS = 10;

  private final ProofDesk alone = new ProofDesk(new ProofSettings(LEVEL, LEARNERS, false));
  private final ProofDesk all = new ProofDesk(new ProofSettings(LEVEL, LEARNERS, true));

  private static EvidenceReport report(String rule, int trial, double logEvidence) {
    return new EvidenceReport(rule, BITCOIN, Side.BUY, trial, logEvidence, 20, 0.002);
  }

  private static List<String> names(List<ProofDesk.Proof> proofs) {
    return proofs.stream().map(proof -> proof.report().patternId()).toList();
  }

  @Test
  void aloneARuleNeedsOneOverTheLevel() {
    double enough = -StrictMath.log(LEVEL);
    alone.hear(3, report("r3-1", 900, enough));
    alone.hear(3, report("r3-2", 1, Math.nextDown(enough)));

    assertThat(alone.isProven("r3-1")).isTrue();
    assertThat(alone.isProven("r3-2")).isFalse();
    assertThat(alone.isProven("never heard of")).isFalse();
  }

  @Test
  void againstAllALaterTrialNeedsMoreThanAnEarlyOne() {
    double little = -StrictMath.log(LEVEL);
    all.hear(3, report("r3-1", 1, little));
    assertThat(all.isProven("r3-1")).as("what suffices alone").isFalse();

    double shared = StrictMath.log(LEARNERS / LEVEL) + 7;
    all.hear(3, report("r3-1", 1, shared));
    all.hear(4, report("r4-900", 900, shared));
    assertThat(all.isProven("r3-1")).isTrue();
    assertThat(all.isProven("r4-900")).isFalse();

    all.hear(4, report("r4-900", 900, 30));
    assertThat(all.isProven("r4-900")).isTrue();
  }

  @Test
  void aRuleThatIsReportedNoLongerKeepsCounting() {
    double needed = 0;
    while (!all.isProven("r3-1")) {
      needed += 0.01;
      all.hear(3, report("r3-1", 1, needed));
    }
    ProofDesk withAnother = new ProofDesk(new ProofSettings(LEVEL, LEARNERS, true));
    withAnother.hear(4, report("r4-1", 1, 40));
    withAnother.hear(3, report("r3-1", 1, needed - 0.5));

    assertThat(withAnother.isProven("r3-1"))
        .as("half of two discoveries may be shared with the one that nobody reports any more")
        .isTrue();
    withAnother.hear(3, report("r3-1", 1, needed - 1));
    assertThat(withAnother.isProven("r3-1")).isFalse();
    assertThat(withAnother.isProven("r4-1")).isTrue();
  }

  @Test
  void tellsANewProofOnceThoughItIsAskedInBetween() {
    all.hear(3, report("r3-1", 1, 30));
    assertThat(all.isProven("r3-1")).isTrue();

    List<ProofDesk.Proof> news = all.news();
    assertThat(names(news)).containsExactly("r3-1");
    assertThat(news.getFirst().learner()).isEqualTo(3);
    all.hear(3, report("r3-1", 1, 31));
    assertThat(all.news()).isEmpty();
    assertThat(all.news()).isEmpty();
  }

  @Test
  void doesNotTellAgainOfARuleThatHadLostItsProof() {
    all.hear(3, report("r3-1", 1, 30));
    all.news();
    all.hear(3, report("r3-1", 1, 0));
    assertThat(all.isProven("r3-1")).isFalse();
    assertThat(all.news()).isEmpty();
    all.hear(3, report("r3-1", 1, 30));

    assertThat(all.isProven("r3-1")).isTrue();
    assertThat(all.news()).isEmpty();
  }

  @Test
  void comesToTheSameConclusionInWhateverOrderItHears() {
    SplittableRandom random = new SplittableRandom(1);
    List<EvidenceReport> reports =
        new ArrayList<>(
            IntStream.range(0, 200)
                .mapToObj(
                    i -> report("r" + i % LEARNERS + "-" + i, 1 + i, 20 * random.nextDouble()))
                .toList());
    reports.forEach(report -> all.hear(1, report));
    List<String> proven = names(all.news());
    assertThat(proven).hasSizeBetween(1, 199);
    for (int seed = 0; seed < 20; seed++) {
      Collections.shuffle(reports, new Random(seed));
      ProofDesk desk = new ProofDesk(new ProofSettings(LEVEL, LEARNERS, true));
      reports.forEach(report -> desk.hear(1, report));
      assertThat(names(desk.news())).isEqualTo(proven);
      assertThat(reports)
          .allMatch(r -> desk.isProven(r.patternId()) == proven.contains(r.patternId()));
    }
  }
}
