package mycelial.dashboard;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;
import mycelial.storage.TailRow;

/**
 * Equity of the streams with the drawdown below the highest point so far, percent. Holds at most
 * {@value #MOST} points: of two neighbours the later equity and the deeper drawdown are kept.
 */
final class EquityCurve {
  static final int MOST = 3000;
  static final List<String> STREAMS = List.of("baseline", "mycelial", "synthesized", "account");
  private static final int WIDTH = 4;
  private static final double SCALE = 1e4;

  /** A point: time, equities, drawdowns; NaN where nothing is known. */
  private final List<double[]> points = new ArrayList<>();

  private final double[] first = nothing();
  private final double[] last = nothing();
  private final double[] peak = nothing();
  private final double[] deepest = new double[WIDTH];
  private double time = Double.NEGATIVE_INFINITY;

  private static double[] nothing() {
    return new double[] {Double.NaN, Double.NaN, Double.NaN, Double.NaN};
  }

  /** Adds a row of the table equity. */
  double[] add(TailRow row) {
    double[] point = new double[1 + 2 * WIDTH];
    time = row.number("time");
    point[0] = time;
    for (int i = 0; i < WIDTH; i++) {
      double equity = row.number(STREAMS.get(i));
      point[1 + i] = equity;
      point[1 + WIDTH + i] = drawdown(i, equity);
    }
    points.add(point);
    if (points.size() > MOST) {
      thin();
    }
    return point;
  }

  private double drawdown(int stream, double equity) {
    if (Double.isNaN(equity)) {
      return Double.NaN;
    }
    if (Double.isNaN(first[stream])) {
      first[stream] = equity;
      peak[stream] = equity;
    }
    last[stream] = equity;
    peak[stream] = Math.max(peak[stream], equity);
    double below = 100 * (peak[stream] - equity) / peak[stream];
    deepest[stream] = Math.max(deepest[stream], below);
    return below;
  }

  private void thin() {
    List<double[]> thinned = new ArrayList<>(points.size() / 2 + 1);
    for (int i = 0; i + 1 < points.size(); i += 2) {
      double[] kept = points.get(i + 1);
      for (int j = 1 + WIDTH; j < kept.length; j++) {
        kept[j] = Math.max(kept[j], points.get(i)[j]);
      }
      thinned.add(kept);
    }
    if (points.size() % 2 == 1) {
      thinned.add(points.getLast());
    }
    points.clear();
    points.addAll(thinned);
  }

  /** Schedule time of the newest point. */
  double time() {
    return time;
  }

  /** Equity at the newest point; NaN where there is none. */
  double equity(int stream) {
    return last[stream];
  }

  /** Equity at the first point; NaN where there is none. */
  double start(int stream) {
    return first[stream];
  }

  /** The deepest drawdown, percent. */
  double deepest(int stream) {
    return deepest[stream];
  }

  /** The drawdown at the newest point, percent. */
  double drawdown(int stream) {
    return 100 * (peak[stream] - last[stream]) / peak[stream];
  }

  ArrayNode points() {
    ArrayNode all = Json.array();
    points.forEach(point -> all.add(json(point)));
    return all;
  }

  static ArrayNode json(double[] point) {
    ArrayNode node = Json.array();
    for (double value : point) {
      if (Double.isNaN(value)) {
        node.addNull();
      } else {
        node.add(Math.rint(value * SCALE) / SCALE);
      }
    }
    return node;
  }
}
