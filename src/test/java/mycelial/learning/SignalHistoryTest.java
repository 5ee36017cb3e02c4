package mycelial.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.TreeMap;
import mycelial.market.Moat;
import mycelial.market.MoatTarget;
import mycelial.market.Source;
import org.junit.jupiter.api.Test;

final class SignalHistoryTest {
  private static final MoatTarget TECH = new MoatTarget(Moat.CORPORATIONS, "Tech");
  private static final Source.Signal NOW = new Source.Signal(TECH, "mood", 0);
  private final SignalHistory history = new SignalHistory(7200);

  @Test
  void aLevelHoldsFromWhenItWasToldUntilTheNext() {
    history.note(TECH, "mood", 0.25, 100);
    history.note(TECH, "mood", 0.75, 200);

    assertThat(history.level(NOW, 99)).isNaN();
    assertThat(history.level(NOW, 100)).isEqualTo(0.25);
    assertThat(history.level(NOW, 199)).isEqualTo(0.25);
    assertThat(history.level(NOW, 5000)).isEqualTo(0.75);
    assertThat(history.level(new Source.Signal(TECH, "mood", 2), 310)).isEqualTo(0.25);
    assertThat(history.level(new Source.Signal(TECH, "other", 0), 310)).isNaN();
  }

  @Test
  void nothingIsKnownOfAMissingTargetUntilItIsHeardAgain() {
    history.note(TECH, "mood", 0.25, 100);
    history.noteMissing(TECH, 150);
    history.note(TECH, "mood", 0.5, 300);

    assertThat(history.level(NOW, 149)).isEqualTo(0.25);
    assertThat(history.level(NOW, 200)).isNaN();
    assertThat(history.level(NOW, 300)).isEqualTo(0.5);
  }

  @Test
  void whatIsObservedWithoutAValueIsMissing() {
    history.observe(new MoatObservation(TECH, "mood", 12.0, 0.25, 100));
    history.observe(new MoatObservation(TECH, "*", null, null, 200));

    assertThat(history.level(NOW, 199)).isEqualTo(0.25);
    assertThat(history.level(NOW, 200)).isNaN();
  }

  @Test
  void aLevelThatHasNoPastToCompareWithIsNone() {
    history.note(TECH, "mood", null, 100);

    assertThat(history.series()).isEmpty();
  }

  @Test
  void remembersAsLongAsAskedAndAgreesWithAMapThatForgetsNothing() {
    SplittableRandom random = new SplittableRandom(4);
    TreeMap<Long, Double> all = new TreeMap<>();
    long time = 0;
    for (int i = 0; i < 3000; i++) {
      time += 1 + random.nextInt(60);
      double level = random.nextDouble();
      history.note(TECH, "mood", level, time);
      all.put(time, level);
      long asked = Math.max(all.firstKey(), time - random.nextInt(7200));
      assertThat(history.level(NOW, asked)).isEqualTo(all.floorEntry(asked).getValue());
    }
    SignalHistory.Walk walk = history.walk(NOW, time - 7000);
    for (long asked = time - 7000; asked <= time; asked += 13) {
      assertThat(walk.level(asked)).isEqualTo(all.floorEntry(asked).getValue());
    }
  }
}
