package mycelial.colony;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import mycelial.agent.Seeds;
import mycelial.agent.Ticks;
import mycelial.agent.learner.FireDrill;
import mycelial.agent.learner.FireDrill.Infection;
import mycelial.config.Adversary;
import mycelial.config.AdversarySettings;
import mycelial.learning.Claim;
import mycelial.learning.Rule;
import mycelial.market.Condition;
import mycelial.market.Condition.Comparison;
import mycelial.market.Feature;
import mycelial.market.Interval;
import mycelial.market.Pair;
import mycelial.market.Side;
import org.jspecify.annotations.Nullable;

/**
 * Prepares the fire drill of a colony: which learner gets the toxic rule, on which pair and when,
 * all drawn from the seed. The rule buys what has fallen, as the analysts do, so that both streams
 * agree on it.
 */
final class Drill {
  /** Ids of generators that are nobody's: the drill's own, and from it on one for each learner. */
  private static final int FIRST_ID = 1_000_000;

  /** The rule is planted within the first two hours of trading, in bars. */
  private static final int LATEST_BARS = 120;

  private static final int HORIZON_BARS = 30;

  /** Claims that no honest rule of a young swarm can keep up with. */
  private static final Claim FORGED = new Claim(60, 0.08, 12);

  private record Candidate(List<Pair> watched, FireDrill drill) {}

  private final AdversarySettings settings;
  private final long seed;
  private final List<Candidate> candidates = new ArrayList<>();

  Drill(AdversarySettings settings, long seed) {
    this.settings = settings;
    this.seed = seed;
  }

  /** The part of a learner in the drill, or null when there is no drill. */
  @Nullable FireDrill part(int learner, List<Pair> watched) {
    if (settings.mode() == Adversary.NONE) {
      return null;
    }
    FireDrill drill =
        new FireDrill(Seeds.generator(seed, FIRST_ID + learner), settings.spreadPercent() / 100);
    candidates.add(new Candidate(watched, drill));
    return drill;
  }

  /**
   * Chooses patient zero once all learners have their part.
   *
   * @param analysed pairs on which the other stream has ideas
   * @param tradingTick when trading begins
   */
  void plant(List<Pair> analysed, long tradingTick, Interval interval) {
    RandomGenerator random = Seeds.generator(seed, FIRST_ID);
    List<Pair> pairs =
        analysed.stream()
            .filter(pair -> candidates.stream().anyMatch(one -> one.watched().contains(pair)))
            .toList();
    if (pairs.isEmpty()) {
      return;
    }
    Pair pair = pairs.get(random.nextInt(pairs.size()));
    List<Candidate> susceptible =
        candidates.stream().filter(one -> one.watched().contains(pair)).toList();
    long bar = (long) interval.seconds() * Ticks.PER_SECOND;
    long tick = tradingTick + bar * random.nextInt(LATEST_BARS);
    susceptible
        .get(random.nextInt(susceptible.size()))
        .drill()
        .plant(new Infection(tick, toxic(pair, interval), FORGED));
  }

  private static Rule toxic(Pair pair, Interval interval) {
    return new Rule(
        "toxic-1",
        pair,
        Side.BUY,
        HORIZON_BARS * interval.minutes(),
        List.of(
            new Condition(pair, Feature.RSI, Comparison.BELOW, 0.2),
            new Condition(pair, Feature.PERCENT_B, Comparison.BELOW, 0.3)),
        0,
        null);
  }
}
