package mycelial.bench.learning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import mycelial.bench.learning.Judgement.Discovery;
import mycelial.bench.learning.Judgement.EffectSeen;
import mycelial.bench.learning.Judgement.IdeaSeen;
import mycelial.bench.learning.Judgement.TradeSeen;
import mycelial.feed.synthetic.Episode;
import mycelial.feed.synthetic.PlantedEffect;
import mycelial.ledger.ClosedTrade;
import mycelial.ledger.Fill;
import mycelial.ledger.IdeaRecord;
import mycelial.ledger.Order;
import mycelial.market.EvidenceGrade;
import mycelial.market.Pair;
import mycelial.market.Side;

/**
 * Holds ideas and trades against the truth of a world. An idea is true of an episode of its pair
 * and direction when it was published from the start of the precursor to before the end of the
 * drift.
 */
final class Judge {
  private static final double HOUR = 3600;

  private final PlantedTruth truth;

  Judge(PlantedTruth truth) {
    this.truth = truth;
  }

  /**
   * All that was said and done.
   *
   * @param scores the trades' cross-moat scores, by trade id
   */
  Judgement judge(List<IdeaRecord> ideas, List<ClosedTrade> trades, Map<String, Integer> scores) {
    List<IdeaRecord> inOrder =
        ideas.stream().sorted(Comparator.comparingDouble(IdeaRecord::time)).toList();
    Map<String, String> reasons = new HashMap<>();
    inOrder.forEach(idea -> reasons.put(idea.ideaId(), idea.reason()));
    return new Judgement(
        truth.effects().stream().map(effect -> seen(effect, inOrder)).toList(),
        inOrder.stream().map(this::seen).toList(),
        trades.stream()
            .sorted(Comparator.comparingDouble(Judge::entered))
            .map(trade -> seen(trade, reasons, scores))
            .toList());
  }

  private static double entered(ClosedTrade trade) {
    return trade.position().entry().time();
  }

  private EffectSeen seen(PlantedEffect effect, List<IdeaRecord> ideas) {
    List<Episode> episodes =
        truth.episodes().stream().filter(each -> each.effect() == effect.effect()).toList();
    List<IdeaRecord> own =
        ideas.stream()
            .filter(idea -> idea.pair().equals(effect.pair()) && idea.side() == effect.side())
            .toList();
    return new EffectSeen(
        effect.effect(),
        effect.family(),
        effect.pair().name(),
        effect.side().name(),
        effect.channel(),
        effect.insideGrammar(),
        hours((double) effect.activeTo()),
        episodes.size(),
        discovery(effect, episodes, own, idea -> idea.grade() == EvidenceGrade.PROVEN),
        discovery(effect, episodes, own, idea -> true),
        effect.activeTo() < truth.end());
  }

  private static Discovery discovery(
      PlantedEffect effect,
      List<Episode> episodes,
      List<IdeaRecord> ideas,
      Predicate<IdeaRecord> counts) {
    List<Double> times = new ArrayList<>();
    for (IdeaRecord idea : ideas) {
      if (counts.test(idea) && episodes.stream().anyMatch(each -> holds(each, idea.time()))) {
        times.add(idea.time());
      }
    }
    if (times.isEmpty()) {
      return new Discovery(null, 0, 0);
    }
    double first = times.getFirst();
    List<Episode> later =
        episodes.stream().filter(episode -> episode.precursorStart() > first).toList();
    long announced =
        later.stream()
            .filter(episode -> times.stream().anyMatch(time -> holds(episode, time)))
            .count();
    return new Discovery((first - effect.activeFrom()) / HOUR, later.size(), (int) announced);
  }

  private static boolean holds(Episode episode, double time) {
    return time >= episode.precursorStart() && time < episode.driftEnd();
  }

  private IdeaSeen seen(IdeaRecord idea) {
    int effect = effectAt(truth.episodes(), idea.pair(), idea.side(), idea.time());
    int decoy = effectAt(truth.decoys(), idea.pair(), idea.side(), idea.time());
    int reversal = effectAt(truth.reversals(), idea.pair(), idea.side(), idea.time());
    return new IdeaSeen(
        hours(idea.time()),
        idea.pair().name(),
        idea.side().name(),
        idea.grade().name(),
        effect,
        Math.max(decoy, reversal),
        idea.reason());
  }

  private int effectAt(List<Episode> episodes, Pair pair, Side side, double time) {
    for (Episode episode : episodes) {
      if (episode.pair().equals(pair)
          && holds(episode, time)
          && truth.effects().get(episode.effect() - 1).side() == side) {
        return episode.effect();
      }
    }
    return 0;
  }

  private TradeSeen seen(
      ClosedTrade trade, Map<String, String> reasons, Map<String, Integer> scores) {
    Order order = trade.position().order();
    double time = entered(trade);
    return new TradeSeen(
        hours(time),
        order.pair().name(),
        order.side().name(),
        order.grade().name(),
        reasons.getOrDefault(order.ideaId(), ""),
        effectAt(truth.episodes(), order.pair(), order.side(), time),
        effectAt(truth.reversals(), order.pair(), order.side(), time),
        scores.getOrDefault(trade.position().tradeId(), 0),
        100 * (costs(trade.position().entry()) + costs(trade.exit())) / paid(trade),
        trade.pnl().doubleValue(),
        100 * trade.pnl().doubleValue() / paid(trade));
  }

  private static double paid(ClosedTrade trade) {
    return trade.position().entry().notional().doubleValue();
  }

  /** Fee, half spread and slippage of a fill, USD. */
  private static double costs(Fill fill) {
    return fill.price()
        .subtract(fill.mid())
        .abs()
        .multiply(fill.quantity())
        .add(fill.fee())
        .doubleValue();
  }

  private double hours(double time) {
    return (time - truth.start()) / HOUR;
  }
}
