package mycelial.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import mycelial.market.Pair;
import mycelial.risk.Contagion.Kind;
import mycelial.risk.Contagion.Limits;
import mycelial.risk.Contagion.Measure;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Ten learners (1 to 10) watch bitcoin, two of them and learner 11 watch ether as well. */
final class ContagionTest {
  private static final Pair BITCOIN = new Pair("XXBTZUSD");
  private static final Pair ETHER = new Pair("XETHZUSD");
  private static final String TOXIC = "XXBTZUSD BUY toxic";

  private final Contagion contagion = new Contagion(new Limits(80, 50, 5, 1000, 500), watchLists());

  private static Map<Integer, List<Pair>> watchLists() {
    Map<Integer, List<Pair>> lists = new TreeMap<>();
    IntStream.rangeClosed(1, 8).forEach(learner -> lists.put(learner, List.of(BITCOIN)));
    lists.put(9, List.of(BITCOIN, ETHER));
    lists.put(10, List.of(BITCOIN, ETHER));
    lists.put(11, List.of(ETHER));
    lists.put(12, List.of());
    return lists;
  }

  private @Nullable Measure led(int learner, double now) {
    return contagion.led(learner, BITCOIN, TOXIC, now, false);
  }

  private List<Measure> infect(int from, int to, double now) {
    List<Measure> measures = new ArrayList<>();
    for (int learner = from; learner <= to; learner++) {
      Measure measure = led(learner, now);
      if (measure != null) {
        measures.add(measure);
      }
    }
    return measures;
  }

  private static List<Integer> learners(int from, int to) {
    return IntStream.rangeClosed(from, to).boxed().toList();
  }

  @Test
  void brakesAtTheBrakesShareOfThoseWhoWatchThePairAndSparesWhoHasItAlready() {
    assertThat(infect(1, 4, 0)).isEmpty();

    Measure brake = Objects.requireNonNull(led(5, 1));

    assertThat(brake).isEqualTo(new Measure(Kind.BRAKE, TOXIC, learners(6, 10), 5, 10, false));
    assertThat(brake.percent()).isEqualTo(50);
  }

  @Test
  void saysItOnceAndMeetsWhoTakesTheFamilyInAllTheSame() {
    infect(1, 5, 0);

    assertThat(led(3, 1)).isNull();
    assertThat(led(7, 2)).isEqualTo(new Measure(Kind.BRAKE, TOXIC, List.of(7), 1, 10, true));
  }

  @Test
  void quarantinesAtOnceWhereTheAccountLosesInThePair() {
    infect(1, 4, 0);

    assertThat(contagion.led(5, BITCOIN, TOXIC, 1, true))
        .isEqualTo(new Measure(Kind.QUARANTINE, TOXIC, learners(1, 10), 5, 10, false));
  }

  @Test
  void turnsTheBrakeIntoAQuarantineWhenTheAccountBeginsToLose() {
    infect(1, 5, 0);
    contagion.led(9, ETHER, "XETHZUSD BUY other", 1, false);

    assertThat(contagion.losing(ETHER, 2)).isEmpty();
    assertThat(contagion.losing(BITCOIN, 2))
        .containsExactly(new Measure(Kind.QUARANTINE, TOXIC, learners(1, 10), 5, 10, false));
    assertThat(contagion.losing(BITCOIN, 3)).isEmpty();
  }

  @Test
  void quarantinesAtItsOwnShareWhateverTheAccountDoes() {
    Contagion late = new Contagion(new Limits(80, 80, 5, 1000, 500), watchLists());
    for (int learner = 1; learner <= 7; learner++) {
      assertThat(late.led(learner, BITCOIN, TOXIC, 0, false)).isNull();
    }

    Measure measure = Objects.requireNonNull(late.led(8, BITCOIN, TOXIC, 0, false));

    assertThat(measure.kind()).isEqualTo(Kind.QUARANTINE);
    assertThat(measure.learners()).isEqualTo(learners(1, 10));
    assertThat(late.led(2, BITCOIN, TOXIC, 5, false))
        .isEqualTo(new Measure(Kind.QUARANTINE, TOXIC, List.of(2), 1, 10, true));
  }

  @Test
  void aPairThatFewWatchHasNoShare() {
    for (int learner : new int[] {9, 10, 11}) {
      assertThat(contagion.led(learner, ETHER, "XETHZUSD BUY toxic", 0, false)).isNull();
    }
    assertThat(contagion.maxPercent()).isZero();
  }

  @Test
  void whoDoesNotWatchThePairDoesNotCount() {
    infect(1, 4, 0);

    assertThat(led(11, 1)).isNull();
    assertThat(led(12, 1)).isNull();
    assertThat(contagion.maxPercent()).isEqualTo(40);
  }

  @Test
  void aLearnerIsLedByOneFamilyAtATime() {
    infect(1, 4, 0);
    contagion.led(1, BITCOIN, "XXBTZUSD BUY better", 1, false);

    assertThat(led(5, 2)).isNull();
    assertThat(contagion.largestFamily()).isEqualTo(TOXIC);
    assertThat(contagion.maxPercent()).isEqualTo(40);
  }

  @Test
  void aLearnerThatHasLongBeenSilentIsForgotten() {
    infect(1, 4, 0);

    assertThat(led(5, 500)).isNotNull();
    Contagion other = new Contagion(new Limits(80, 50, 5, 1000, 500), watchLists());
    for (int learner = 1; learner <= 4; learner++) {
      other.led(learner, BITCOIN, TOXIC, 0, false);
    }
    assertThat(other.led(5, BITCOIN, TOXIC, 501, false)).isNull();
  }

  @Test
  void aMeasureEndsAndMayBeTakenAgain() {
    infect(1, 5, 0);
    for (int learner = 1; learner <= 4; learner++) {
      led(learner, 990);
    }

    Measure again = Objects.requireNonNull(led(6, 1000));

    assertThat(again.renewed()).isFalse();
    assertThat(again.kind()).isEqualTo(Kind.BRAKE);
  }

  @Test
  void saysWhichFamilyLeadsTheLargestShareNowWithoutChangingAnything() {
    assertThat(contagion.leading(0)).isNull();
    infect(1, 3, 0);
    contagion.led(9, ETHER, "XETHZUSD SELL", 0, false);

    Contagion.Share leading = Objects.requireNonNull(contagion.leading(100));

    assertThat(leading).isEqualTo(new Contagion.Share(TOXIC, 3, 10));
    assertThat(leading.percent()).isEqualTo(30);
    assertThat(contagion.leading(100)).isEqualTo(leading);
    assertThat(contagion.leading(501)).as("what has been silent for long leads nobody").isNull();
    assertThat(contagion.maxPercent()).isEqualTo(30);
  }
}
