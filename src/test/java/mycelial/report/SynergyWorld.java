package mycelial.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import mycelial.ledger.CollisionRecord;
import mycelial.ledger.ExitReason;
import mycelial.ledger.IdeaRecord;
import mycelial.market.EvidenceGrade;
import mycelial.market.Pair;
import mycelial.market.Side;
import mycelial.market.SignalSource;
import mycelial.report.SynergyGates.Span;
import mycelial.storage.StoredOutcome;

/**
 * Generated idea streams with a known worth of agreement. Returns are fat-tailed (Student, 4
 * degrees), and part of them is a market factor that lasts for hours, so that trades near each
 * other are alike. A collision is one trade seen by three streams: its luck is the same in each.
 */
public final class SynergyWorld {
  private static final double START = 1_700_000_000;
  private static final double COST = 1.1;
  private static final int PAIRS = 18;
  private static final int HOLD = 1800;

  private final SplittableRandom random;
  private final int collisions;
  private final double days;
  private final double[] factor;
  private final List<StoredOutcome> outcomes = new ArrayList<>();
  private final List<IdeaRecord> ideas = new ArrayList<>();
  private final List<CollisionRecord> met = new ArrayList<>();

  private SynergyWorld(long seed, int collisions, double days) {
    this.random = new SplittableRandom(seed);
    this.collisions = collisions;
    this.days = days;
    this.factor = new double[(int) (days * 96) + 2];
    for (int i = 1; i < factor.length; i++) {
      factor[i] = 0.8 * factor[i - 1] + 0.6 * random.nextGaussian();
    }
  }

  /**
   * The verdict in a world.
   *
   * @param worth what agreement adds to a trade's mean return, percentage points
   * @param skill what the swarm's ideas have more than the baseline's, whether agreed on or not
   */
  public static Synergy judge(long seed, int collisions, double days, double worth, double skill) {
    SynergyWorld world = new SynergyWorld(seed, collisions, days);
    world.fill(worth, skill);
    Span span = new Span(START, START + days * 86_400);
    return Synergy.judge(
        SynergyGates.of(
            span, world.outcomes, world.met, new ShiftedAgreement(world.ideas, span, 60)),
        seed);
  }

  private void fill(double worth, double skill) {
    for (int i = 0; i < collisions; i++) {
      Pair pair = pair();
      double time = time();
      double result = luck(time);
      idea(SignalSource.BASELINE, "b" + i, pair, time, result + worth);
      idea(SignalSource.MYCELIAL, "m" + i, pair, time, result + worth + skill);
      outcome(SignalSource.SYNTHESIZED, "m" + i, pair, time + 1, result + worth + skill);
      met.add(new CollisionRecord(pair, Side.BUY, "b" + i, "m" + i, time, time, "OPENED"));
    }
    for (int i = collisions; i < 5 * collisions; i++) {
      double time = time();
      idea(SignalSource.BASELINE, "b" + i, pair(), time, luck(time));
    }
    for (int i = collisions; i < 2 * collisions; i++) {
      double time = time();
      idea(SignalSource.MYCELIAL, "m" + i, pair(), time, luck(time) + skill);
    }
    outcomes.sort(Comparator.comparingDouble(StoredOutcome::entryTime));
  }

  private Pair pair() {
    return new Pair("P" + random.nextInt(PAIRS) + "USD");
  }

  private double time() {
    return START + 60 * random.nextInt((int) (days * 1440) - 40);
  }

  private double luck(double time) {
    double squares = 0;
    for (int i = 0; i < 4; i++) {
      double normal = random.nextGaussian();
      squares += normal * normal;
    }
    double fat = random.nextGaussian() / Math.sqrt(squares / 4) / Math.sqrt(2);
    return -COST + 0.8 * factor[(int) ((time - START) / 900)] + 1.8 * fat;
  }

  private void idea(SignalSource stream, String id, Pair pair, double time, double result) {
    ideas.add(
        new IdeaRecord(
            id,
            stream,
            "agent",
            pair,
            Side.BUY,
            time,
            EvidenceGrade.EXPLORATORY,
            50,
            null,
            "x",
            "OPENED",
            10,
            "EXPIRED",
            null,
            null));
    outcome(stream, id, pair, time, result);
  }

  private void outcome(SignalSource stream, String id, Pair pair, double time, double percent) {
    outcomes.add(
        new StoredOutcome(
            stream,
            id,
            pair,
            Side.BUY,
            EvidenceGrade.EXPLORATORY,
            time,
            time + HOLD,
            BigDecimal.valueOf(5),
            BigDecimal.valueOf(100),
            BigDecimal.valueOf(100),
            BigDecimal.valueOf(4),
            ExitReason.HORIZON,
            percent,
            BigDecimal.valueOf(5 * percent)));
  }
}
