package mycelial.ledger;

import static mycelial.market.SignalSource.BASELINE;
import static mycelial.market.SignalSource.MYCELIAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import mycelial.market.Side;
import mycelial.market.SignalSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class CollisionDetectorTest {
  private static final Encounter NONE = new Encounter.None();
  private final CollisionDetector detector = new CollisionDetector(5_000, 60_000, 120_000);

  private static Statement buy(SignalSource stream, String origin, long millis) {
    return new Statement(
        origin + "@" + millis, origin, stream, Samples.BTC, Side.BUY, 1_000_000 + millis);
  }

  private static Statement sell(SignalSource stream, String origin, long millis) {
    return new Statement(
        origin + "@" + millis, origin, stream, Samples.BTC, Side.SELL, 1_000_000 + millis);
  }

  private static ExpiredIdea over(
      SignalSource stream,
      String origin,
      ExpiredIdea.Fate fate,
      long gap,
      @Nullable String nearest) {
    return new ExpiredIdea(origin, stream, Samples.BTC, Side.BUY, fate, gap, nearest);
  }

  private void assertMatches(Statement statement, Statement partner) {
    assertThat(detector.offer(statement)).isEqualTo(new Encounter.Match(partner));
  }

  private void assertNothing(Statement statement) {
    assertThat(detector.offer(statement)).isEqualTo(NONE);
  }

  @Test
  void ideasFiveSecondsApartCollide() {
    assertNothing(buy(BASELINE, "b", 0));
    assertMatches(buy(MYCELIAL, "m", 5_000), buy(BASELINE, "b", 0));
    assertThat(detector.matched()).isEqualTo(1);
  }

  @Test
  void ideasAMillisecondFurtherApartDoNotCollide() {
    assertNothing(buy(BASELINE, "b", 0));
    assertNothing(buy(MYCELIAL, "m", 5_001));
    assertThat(detector.matched()).isZero();
  }

  @Test
  void ideasOfOneStreamDoNotCollide() {
    assertNothing(buy(BASELINE, "b1", 0));
    assertNothing(buy(BASELINE, "b2", 0));
  }

  @Test
  void ideasForDifferentPairsDoNotCollide() {
    assertNothing(buy(BASELINE, "b", 0));
    assertNothing(new Statement("m", "m", MYCELIAL, Samples.ADA, Side.BUY, 1_000_000));
  }

  @Test
  void aRestatementCanCollide() {
    assertNothing(buy(BASELINE, "b", 0));
    assertNothing(buy(MYCELIAL, "m", 58_000));
    assertMatches(buy(BASELINE, "b", 60_000), buy(MYCELIAL, "m", 58_000));
    assertThat(detector.expire(Long.MAX_VALUE)).isEmpty();
    assertThat(detector.nearMisses()).isZero();
  }

  @Test
  void anIdeaWithItsRestatementsCollidesOnce() {
    assertNothing(buy(BASELINE, "b", 0));
    assertMatches(buy(MYCELIAL, "m", 1_000), buy(BASELINE, "b", 0));
    assertNothing(buy(BASELINE, "b", 60_000));
    assertNothing(buy(MYCELIAL, "m", 61_000));
    assertNothing(buy(MYCELIAL, "other", 61_000));
    assertThat(detector.matched()).isEqualTo(1);
  }

  @Test
  void theNearestPartnerIsTaken() {
    assertNothing(buy(BASELINE, "far", 0));
    assertNothing(buy(BASELINE, "near", 3_000));
    assertNothing(buy(BASELINE, "asNear", 5_000));
    assertMatches(buy(MYCELIAL, "m", 4_000), buy(BASELINE, "near", 3_000));
    assertMatches(buy(MYCELIAL, "m2", 4_000), buy(BASELINE, "asNear", 5_000));
  }

  @Test
  void oppositeIdeasConflictOncePerPairOfIdeas() {
    assertNothing(buy(BASELINE, "b", 0));
    assertThat(detector.offer(sell(MYCELIAL, "m", 5_000)))
        .isEqualTo(new Encounter.Conflict(buy(BASELINE, "b", 0)));
    assertNothing(sell(MYCELIAL, "m", 5_000));
    assertNothing(sell(MYCELIAL, "late", 5_001));
    assertThat(detector.conflicts()).isEqualTo(1);
    assertThat(detector.expire(Long.MAX_VALUE).getFirst())
        .isEqualTo(over(BASELINE, "b", ExpiredIdea.Fate.CONFLICT, 5_000, "m"));
  }

  @Test
  void aNearMissIsCountedWhenItsFirstIdeaIsOver() {
    assertNothing(buy(BASELINE, "b", 0));
    assertNothing(buy(MYCELIAL, "m", 60_000));
    assertThat(detector.expire(1_120_000)).isEmpty();
    assertThat(detector.nearMisses()).isZero();
    assertThat(detector.expire(1_120_001))
        .containsExactly(over(BASELINE, "b", ExpiredIdea.Fate.NEAR_MISS, 60_000, "m"));
    assertThat(detector.nearMisses()).isEqualTo(1);
    assertThat(detector.expire(1_180_001))
        .containsExactly(over(MYCELIAL, "m", ExpiredIdea.Fate.NEAR_MISS, 60_000, "b"));
    assertThat(detector.nearMisses()).isEqualTo(1);
    assertThat(detector.expired()).isEqualTo(2);
  }

  @Test
  void aMinuteAndAMillisecondApartIsNoNearMiss() {
    assertNothing(buy(BASELINE, "b", 0));
    assertNothing(buy(MYCELIAL, "m", 60_001));
    assertThat(detector.expire(Long.MAX_VALUE))
        .containsExactly(
            over(BASELINE, "b", ExpiredIdea.Fate.EXPIRED, ExpiredIdea.NO_GAP, null),
            over(MYCELIAL, "m", ExpiredIdea.Fate.EXPIRED, ExpiredIdea.NO_GAP, null));
    assertThat(detector.nearMisses()).isZero();
  }

  @Test
  void whatHasCollidedIsNoNearMissOfAnother() {
    assertNothing(buy(BASELINE, "b", 0));
    assertNothing(buy(MYCELIAL, "m1", 10_000));
    assertNothing(buy(BASELINE, "b2", 20_000));
    assertMatches(buy(MYCELIAL, "m2", 20_000), buy(BASELINE, "b2", 20_000));
    assertMatches(buy(BASELINE, "b3", 10_500), buy(MYCELIAL, "m1", 10_000));
    assertThat(detector.expire(Long.MAX_VALUE))
        .containsExactly(over(BASELINE, "b", ExpiredIdea.Fate.EXPIRED, 10_000, "m1"));
    assertThat(detector.nearMisses()).isZero();
  }

  @Test
  void forgetsWhatIsOver() {
    for (long minute = 0; minute < 10_000; minute++) {
      assertNothing(buy(BASELINE, "going on", minute * 60_000));
      assertNothing(buy(MYCELIAL, "m" + minute, minute * 60_000 + 30_000));
      detector.expire(1_000_000 + minute * 60_000 + 30_000);
      assertThat(detector.remembered()).isLessThanOrEqualTo(4);
    }
    assertThat(detector.nearMisses()).isGreaterThan(9_990);
  }

  @Test
  void refusesWhatCannotBe() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CollisionDetector(5_000, 4_000, 60_000))
        .withMessage("window 5000, near miss 4000 and idle time 60000 ms do not ascend");
    assertThatIllegalArgumentException().isThrownBy(() -> new CollisionDetector(-1, 4, 6));
    assertThatIllegalArgumentException().isThrownBy(() -> new CollisionDetector(1, 4, 3));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> buy(SignalSource.SYNTHESIZED, "s", 0))
        .withMessage("an idea comes from baseline or mycelial, not SYNTHESIZED");
    assertThatIllegalArgumentException().isThrownBy(() -> buy(BASELINE, "s", -1_000_001));
  }
}
