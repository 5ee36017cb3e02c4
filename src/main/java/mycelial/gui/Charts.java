package mycelial.gui;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JFrame;
import mycelial.colony.Census;
import mycelial.colony.Colony;
import mycelial.colony.Standing;
import mycelial.gui.LineChart.Line;
import mycelial.market.SignalSource;

/**
 * The charts of a session: profit and loss by stream, ideas, collisions, patterns. Fed by the play
 * thread between steps, drawn by Swing's.
 */
final class Charts {
  private static final double MINUTE = 60;
  private static final double TEN_MINUTES = 600;
  private static final double THIN = 1.6;
  private static final double BROAD = 4.5;
  private static final String TRADED = "hours traded";
  private static final String SO_FAR = "so far";

  private final LineChart profits;
  private final LineChart ideas;
  private final LineChart collisions;
  private final LineChart patterns;
  private final List<LineChart> all;

  Charts() {
    List<Line> streams = new ArrayList<>();
    for (SignalSource source : SignalSource.values()) {
      // The account often is what synthesized is, and is drawn beneath it.
      double thickness = source == SignalSource.ACCOUNT ? BROAD : THIN;
      streams.add(new Line(source.label(), Palette.of(source), thickness));
    }
    profits =
        new LineChart(
            "Profit and loss", TRADED, "profit and loss after costs, USD", MINUTE, streams);
    ideas =
        new LineChart(
            "Ideas",
            TRADED,
            SO_FAR,
            TEN_MINUTES,
            List.of(
                new Line("baseline ideas", Palette.of(SignalSource.BASELINE), THIN),
                new Line("mycelial ideas", Palette.of(SignalSource.MYCELIAL), THIN)));
    collisions =
        new LineChart(
            "Collisions",
            TRADED,
            SO_FAR,
            TEN_MINUTES,
            List.of(
                new Line("collisions", Palette.of(SignalSource.SYNTHESIZED), THIN),
                new Line("near misses", new Color(0xe69f00), THIN),
                new Line("conflicts", new Color(0x9aa5b1), THIN)));
    patterns =
        new LineChart(
            "Patterns",
            "hours of the session, warming up among them",
            "rules",
            TEN_MINUTES,
            List.of(
                new Line("alive", new Color(0x9aa5b1), THIN),
                new Line("licensed now (exploratory)", Palette.of(SignalSource.BASELINE), THIN),
                new Line("proven so far", Palette.of(SignalSource.MYCELIAL), THIN)));
    all = List.of(profits, ideas, collisions, patterns);
  }

  /** A window for each; the first is the one to show from the start. */
  List<JFrame> createFrames(String title) {
    return all.stream().map(chart -> chart.createFrame(title)).toList();
  }

  void restart(String title) {
    all.forEach(chart -> chart.restart(title));
  }

  /** Looks at the colony where a point is due; between steps. */
  void look(Colony colony, long nanos) {
    double time = colony.counters().now();
    if (profits.wants(time)) {
      Standing standing = Standing.of(colony);
      if (standing.trading()) {
        double[] values = new double[SignalSource.values().length];
        for (SignalSource source : SignalSource.values()) {
          values[source.ordinal()] = standing.profits().getOrDefault(source, 0.0);
        }
        profits.offer(time, nanos, values);
      } else {
        profits.skip(time);
      }
    }
    if (patterns.wants(time)) {
      count(Census.of(colony), nanos);
    }
  }

  private void count(Census census, long nanos) {
    double time = census.time();
    patterns.offer(
        time, nanos, (double) census.alive(), (double) census.licensed(), (double) census.proven());
    if (census.trading()) {
      ideas.offer(
          time,
          nanos,
          census.ideas().getOrDefault(SignalSource.BASELINE, 0L),
          census.ideas().getOrDefault(SignalSource.MYCELIAL, 0L));
      collisions.offer(
          time,
          nanos,
          (double) census.collisions(),
          (double) census.nearMisses(),
          (double) census.conflicts());
    }
  }

  /** Draws what has not been drawn yet; any thread. */
  void draw() {
    all.forEach(LineChart::draw);
  }

  LineChart profits() {
    return profits;
  }

  LineChart ideas() {
    return ideas;
  }

  LineChart collisions() {
    return collisions;
  }

  LineChart patterns() {
    return patterns;
  }

  void quit() {
    all.forEach(LineChart::quit);
  }
}
