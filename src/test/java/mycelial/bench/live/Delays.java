package mycelial.bench.live;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import mycelial.bench.live.Ear.Heard;
import mycelial.market.SignalSource;
import mycelial.message.MarketData;
import mycelial.message.TradeConfirmation;
import mycelial.message.TradeIdea;

/**
 * How much longer than the configured reaction times it took from a bar to the trade that it led
 * to, and from the second idea of a collision to its confirmation; milliseconds.
 */
final class Delays {
  private static final double HUNDRED = 100;

  private final double speed;
  private final Map<SignalSource, Integer> told = new EnumMap<>(SignalSource.class);
  private final Map<String, Heard> bars = new TreeMap<>();
  private final Map<String, Heard> ideas = new TreeMap<>();
  private final List<Double> planned = new ArrayList<>();
  private final List<Double> paths = new ArrayList<>();
  private final List<Double> collisions = new ArrayList<>();

  /**
   * @param speed schedule seconds a second on the wall
   */
  Delays(List<Heard> heard, double speed) {
    this.speed = speed;
    for (Heard each : heard) {
      switch (each.envelope().body()) {
        case MarketData data when data.bar() != null ->
            bars.put(data.pair() + " " + data.bar().end(), each);
        case TradeIdea idea -> {
          told.merge(idea.stream(), 1, Integer::sum);
          ideas.put(String.valueOf(idea.pair()), each);
        }
        case TradeConfirmation fill when fill.action() == TradeConfirmation.Action.OPEN ->
            opened(fill, each);
        default -> {}
      }
    }
  }

  /** The idea that came last before a fill is the one that led to it. */
  private void opened(TradeConfirmation fill, Heard confirmation) {
    Heard idea = ideas.get(String.valueOf(fill.pair()));
    if (idea == null || !(idea.envelope().body() instanceof TradeIdea told)) {
      return;
    }
    Heard bar = bars.get(fill.pair() + " " + told.barEnd());
    if (bar != null) {
      planned.add((confirmation.envelope().timestamp() - bar.envelope().timestamp()) * 1e3);
      paths.add(confirmation.excessOver(bar, speed));
    }
    if (fill.stream() == SignalSource.SYNTHESIZED) {
      collisions.add(confirmation.excessOver(idea, speed));
    }
  }

  List<Double> paths() {
    return paths;
  }

  List<Double> collisions() {
    return collisions;
  }

  /** The value that so many percent do not exceed; the nearest rank, so always one of them. */
  static double percentile(List<Double> values, double percent) {
    List<Double> sorted = values.stream().sorted().toList();
    int rank = (int) Math.ceil(percent / HUNDRED * sorted.size());
    return sorted.get(Math.max(0, rank - 1));
  }

  /** What was found, a line each. */
  List<String> lines() {
    return List.of(
        "collisions, in their order, ms: "
            + collisions.stream().map("%.1f"::formatted).collect(Collectors.joining(" ")),
        "ideas and restatements: " + told,
        line("configured reaction times from bar to confirmation", planned),
        line("bar to confirmation, beyond those", paths),
        line("second idea of a collision to its confirmation, beyond the trader's", collisions));
  }

  private static String line(String name, List<Double> values) {
    return values.isEmpty()
        ? name + ": none"
        : String.format(
            Locale.ROOT,
            "%s: %d; median %.1f ms, p99 %.1f ms, most %.1f ms",
            name,
            values.size(),
            percentile(values, 50),
            percentile(values, 99),
            percentile(values, HUNDRED));
  }
}
