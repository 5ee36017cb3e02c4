package mycelial.learning;

import static mycelial.learning.TestBrains.BITCOIN;
import static mycelial.learning.TestBrains.ETHER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import mycelial.ledger.ExitRules;
import mycelial.market.Feature;
import mycelial.market.Interval;
import org.junit.jupiter.api.Test;

/** A researcher that has seen the same bars as a learner finds the same outcomes. */
final class RetestAgainstBrainTest {
  private static final List<List<MarketObservation>> MINUTES =
      TestMarket.days(2, List.of(BITCOIN, ETHER), true);

  /** What a learner's rule earned that has been there from the beginning. */
  private record Lived(Rule rule, int outcomes, double mean) {}

  private static List<Lived> lived(int seed) {
    FeatureTable table = new FeatureTable(List.of(BITCOIN, ETHER), new SignalHistory(3600));
    BrainSettings settings = TestBrains.settings();
    Population population = new Population(settings, new SplittableRandom(seed), table, null);
    TradeSimulator simulator = new TradeSimulator(settings);
    List<VirtualTrades> trades =
        List.of(new VirtualTrades(simulator, population), new VirtualTrades(simulator, population));
    for (List<MarketObservation> minute : MINUTES) {
      for (int pair = 0; pair < 2; pair++) {
        MarketObservation seen = minute.get(pair);
        boolean ranged = seen.features().has(Feature.ATR);
        double atr = ranged ? seen.features().value(Feature.ATR) : Double.NaN;
        trades.get(pair).onBar(Objects.requireNonNull(seen.bar()), atr);
        table.update(pair, seen.features());
        trades.get(pair).onQuote(Objects.requireNonNull(seen.quote()));
      }
      for (int place = 0; place < population.rules().size(); place++) {
        LivingRule rule = population.rules().get(place);
        rule.doomed = false; // here nobody is replaced, so that every rule sees it all
        if (population.fires(place)) {
          long end = Objects.requireNonNull(minute.getFirst().bar()).end();
          trades.get(rule.pairIndex).fired(rule, end);
        }
      }
    }
    return population.rules().stream()
        .map(rule -> new Lived(rule.rule, rule.evidence.outcomes(), rule.evidence.mean()))
        .toList();
  }

  @Test
  void findsTheOutcomesOfALearnersRulesInTheSameBars() {
    MarketHistory history = new MarketHistory(3000, Interval.MINUTE);
    MINUTES.forEach(minute -> minute.forEach(history::observe));
    BrainSettings brain = TestBrains.settings();
    RetestSettings settings =
        new RetestSettings(
            3000,
            20,
            9,
            1,
            1,
            Interval.MINUTE,
            brain.costs(),
            brain.halfSpreads(),
            new ExitRules(3, 4));
    Retest retest = new Retest(settings, history, new SplittableRandom(1));
    int compared = 0;
    for (Lived lived : lived(3)) {
      if (lived.outcomes() > 0) {
        RetestVerdict verdict = retest.test(lived.rule(), 0, Double.MAX_VALUE);
        assertThat(verdict.outcomes()).as(lived.rule().toString()).isEqualTo(lived.outcomes());
        assertThat(verdict.mean()).isCloseTo(lived.mean(), offset(1e-8));
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(10);
  }
}
