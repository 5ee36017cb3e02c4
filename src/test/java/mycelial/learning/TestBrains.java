package mycelial.learning;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Consumer;
import mycelial.ledger.CostModel;
import mycelial.ledger.ExitRules;
import mycelial.ledger.FeeTier;
import mycelial.market.Condition;
import mycelial.market.Condition.Comparison;
import mycelial.market.Feature;
import mycelial.market.Interval;
import mycelial.market.Moat;
import mycelial.market.Pair;
import mycelial.market.Side;

/** Settings, rules and brains for tests. */
final class TestBrains {
  static final Pair BITCOIN = new Pair("XXBTZUSD");
  static final Pair ETHER = new Pair("XETHZUSD");

  /** Slippage 0.1 %, fee 0.4 %. */
  static final CostModel COSTS =
      new CostModel(
          new BigDecimal("0.001"), List.of(new FeeTier(BigDecimal.ZERO, new BigDecimal("0.004"))));

  private TestBrains() {}

  static BrainSettings settings(int agent, List<Pair> watchList) {
    Map<Pair, Double> spreads = new TreeMap<>();
    watchList.forEach(pair -> spreads.put(pair, 0.0005));
    return new BrainSettings(
        agent,
        Moat.FINANCE,
        watchList,
        40,
        10,
        2,
        5,
        0,
        new Search(1440, 30, true),
        Interval.MINUTE,
        COSTS,
        spreads,
        new ExitRules(3, 4));
  }

  static BrainSettings settings() {
    return settings(7, List.of(BITCOIN, ETHER));
  }

  static Brain brain(int agent, long seed) {
    return new Brain(settings(agent, List.of(BITCOIN, ETHER)), new SplittableRandom(seed));
  }

  /** Shows a brain everything and collects its votes; every application is granted in full. */
  static List<Vote> run(Brain brain, List<List<MarketObservation>> minutes) {
    return run(
        brain,
        minutes,
        applicant -> brain.licensed(applicant.rule().id(), "l-" + applicant.barEnd(), 1));
  }

  /** Shows a brain everything, has its applications decided and collects its votes. */
  static List<Vote> run(
      Brain brain, List<List<MarketObservation>> minutes, Consumer<Applicant> council) {
    List<Vote> votes = new ArrayList<>();
    for (int i = 0; i < minutes.size(); i++) {
      minutes.get(i).forEach(brain::observe);
      votes.addAll(brain.evaluate(60.0 * (i + 1)));
      brain.application().ifPresent(council);
    }
    return votes;
  }

  static Condition condition(Pair pair, Feature feature, Comparison comparison, double level) {
    return new Condition(pair, feature, comparison, level);
  }

  /** A rule on Bitcoin: RSI below its 5 % quantile while volume is above its median. */
  static Rule rule(String id) {
    return new Rule(
        id,
        BITCOIN,
        Side.BUY,
        30,
        List.of(
            condition(BITCOIN, Feature.RSI, Comparison.BELOW, 0.05),
            condition(BITCOIN, Feature.VOLUME_Z, Comparison.ABOVE, 0.5)),
        0,
        null);
  }
}
