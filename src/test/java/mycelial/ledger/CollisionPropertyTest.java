package mycelial.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.longs;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import mycelial.market.Pair;
import mycelial.market.Side;
import mycelial.market.SignalSource;
import org.junit.jupiter.api.Test;

/** The collision rule against all pairs of statements, on random streams. */
final class CollisionPropertyTest {
  private static final long IDLE = 130_000;

  @Test
  void agreesWithAllPairsOfStatements() {
    qt().withFixedSeed(20_260_103L)
        .withExamples(60)
        .withShrinkCycles(0)
        .forAll(longs().all())
        .checkAssert(CollisionPropertyTest::play);
  }

  private static void play(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    CollisionDetector detector = new CollisionDetector(5_000, 60_000, IDLE);
    ReferenceCollisions reference = new ReferenceCollisions(5_000, 60_000, IDLE);
    List<Statement> ideas = new ArrayList<>();
    int expired = 0;
    long now = 1_000_000;
    for (int step = 0; step < 90; step++) {
      now += pause(random);
      List<ExpiredIdea> over = detector.expire(now - 2_000);
      assertThat(over).isEqualTo(reference.expire(now - 2_000));
      expired += over.size();
      Statement statement = statement(random, ideas, now - random.nextInt(2_001));
      assertThat(detector.offer(statement)).isEqualTo(reference.offer(statement));
      assertThat(detector.matched()).isEqualTo(reference.matched());
      assertThat(detector.conflicts()).isEqualTo(reference.conflicts());
      assertThat(detector.nearMisses()).isEqualTo(reference.nearMisses());
    }
    List<ExpiredIdea> rest = detector.expire(Long.MAX_VALUE);
    assertThat(rest).isEqualTo(reference.expire(Long.MAX_VALUE));
    assertThat(detector.nearMisses()).isEqualTo(reference.nearMisses());
    assertThat(detector.expired()).isEqualTo(expired + rest.size());
    assertThat(detector.remembered()).isZero();
  }

  private static long pause(SplittableRandom random) {
    return switch (random.nextInt(4)) {
      case 0 -> 0;
      case 1 -> random.nextInt(3) * 2_500L;
      case 2 -> random.nextInt(20_000);
      default -> random.nextInt(4) * 20_000L;
    };
  }

  /** Often a restatement of an idea that is not over yet, else a new one. */
  private static Statement statement(SplittableRandom random, List<Statement> ideas, long millis) {
    ideas.removeIf(idea -> millis - idea.millis() > IDLE - 10_000);
    if (!ideas.isEmpty() && random.nextInt(3) > 0) {
      int index = random.nextInt(ideas.size());
      Statement last = ideas.get(index);
      Statement again =
          new Statement(
              "s" + millis, last.origin(), last.stream(), last.pair(), last.side(), millis);
      ideas.set(index, millis > last.millis() ? again : last);
      return again;
    }
    Pair pair = random.nextInt(3) == 0 ? Samples.ADA : Samples.BTC;
    SignalSource stream = random.nextBoolean() ? SignalSource.BASELINE : SignalSource.MYCELIAL;
    Side side = random.nextInt(3) == 0 ? Side.SELL : Side.BUY;
    String origin = stream.label() + random.nextLong();
    Statement first = new Statement(origin, origin, stream, pair, side, millis);
    ideas.add(first);
    return first;
  }
}
