package mycelial.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Curves over time as inline SVG, with round numbers at the axes. */
final class LineChart {
  /** A curve and the class that gives it its colour. */
  record Line(String style, EquityCurve curve) {}

  private static final int LEFT = 64;
  private static final int RIGHT = 10;
  private static final int TOP = 10;
  private static final int BOTTOM = 26;
  private static final int POINTS = 400;

  private final List<Line> lines;
  private static final double NOISE = 1e-9;

  private final String title;
  private final int width;
  private final int height;
  private final double from;
  private final double to;
  private double low = Double.POSITIVE_INFINITY;
  private double high = Double.NEGATIVE_INFINITY;
  private final double step;

  private LineChart(String title, List<Line> lines, int width, int height) {
    this.title = title;
    this.lines = lines.stream().filter(line -> !line.curve().isEmpty()).toList();
    this.width = width;
    this.height = height;
    double first = Double.POSITIVE_INFINITY;
    double last = Double.NEGATIVE_INFINITY;
    for (Line line : this.lines) {
      first = Math.min(first, line.curve().times().getFirst());
      last = Math.max(last, line.curve().times().getLast());
      for (double value : line.curve().values()) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
    from = first;
    to = Math.max(last, first + 1);
    step = roundStep((high - low) / (height > 150 ? 5 : 2.5), Math.abs(high));
    low = Math.floor(low / step) * step;
    high = Math.max(Math.ceil(high / step) * step, low + step);
  }

  /** The chart twice, for a wide and for a narrow window. */
  static Html draw(String title, List<Line> lines, int height) {
    Html both = new Html();
    both.open("div", "class", "wide").add(new LineChart(title, lines, 960, height).svg());
    both.close("div").open("div", "class", "narrow");
    return both.add(new LineChart(title, lines, 380, height * 3 / 4).svg()).close("div");
  }

  /** A round step; 1 where values differ by no more than the arithmetic that made them. */
  private static double roundStep(double rough, double scale) {
    if (!(rough > NOISE * Math.max(1, scale))) {
      return 1;
    }
    double power = StrictMath.pow(10, Math.floor(StrictMath.log10(rough)));
    double times = rough / power;
    return power * (times <= 1 ? 1 : times <= 2 ? 2 : times <= 5 ? 5 : 10);
  }

  private Html svg() {
    Html svg = new Html();
    svg.open("svg", "viewBox", "0 0 " + width + " " + height, "role", "img", "aria-label", title);
    if (!lines.isEmpty()) {
      valueAxis(svg);
      timeAxis(svg);
      lines.forEach(line -> curve(svg, line));
    }
    return svg.close("svg");
  }

  private void valueAxis(Html svg) {
    int decimals = step >= 1 ? 0 : (int) Math.ceil(-StrictMath.log10(step));
    long steps = Math.round((high - low) / step);
    for (long i = 0; i <= steps; i++) {
      double value = low + i * step;
      String y = place(y(value));
      svg.open(
          "line", "class", "grid", "x1", "" + LEFT, "x2", "" + (width - RIGHT), "y1", y, "y2", y);
      svg.close("line");
      svg.element(
          "text",
          Html.number(value, decimals),
          "x",
          "" + (LEFT - 8),
          "y",
          place(y(value) + 4),
          "text-anchor",
          "end");
    }
  }

  private void timeAxis(Html svg) {
    for (double time : ticks()) {
      String x = place(x(time));
      svg.open("line", "class", "grid", "x1", x, "x2", x, "y1", "" + TOP, "y2", place(floor()));
      svg.close("line");
      svg.element("text", label(time), "x", x, "y", "" + (height - 8), "text-anchor", "middle");
    }
  }

  private List<Double> ticks() {
    double[] steps = {3600, 7200, 14_400, 21_600, 43_200, 86_400, 172_800, 604_800, 2_592_000};
    double most = width > 600 ? 9 : 4;
    double chosen = 31_536_000;
    for (int i = steps.length - 1; i >= 0; i--) {
      chosen = (to - from) / steps[i] <= most ? steps[i] : chosen;
    }
    List<Double> ticks = new ArrayList<>();
    for (double at = Math.ceil(from / chosen) * chosen; at <= to; at += chosen) {
      if (x(at) > LEFT + 12 && x(at) < width - RIGHT - 14) {
        ticks.add(at);
      }
    }
    return ticks;
  }

  private String label(double time) {
    String text = Instant.ofEpochSecond((long) time).toString();
    return to - from > 4 * 86_400 ? text.substring(5, 10) : text.substring(11, 16);
  }

  private void curve(Html svg, Line line) {
    EquityCurve curve = line.curve().thinned(POINTS);
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < curve.times().size(); i++) {
      points.append(place(x(curve.times().get(i)))).append(',');
      points.append(place(y(curve.values().get(i)))).append(' ');
    }
    svg.open("polyline", "class", "curve " + line.style(), "points", points.toString().strip());
    svg.close("polyline");
  }

  private double floor() {
    return height - BOTTOM;
  }

  private double x(double time) {
    return LEFT + (time - from) / (to - from) * (width - LEFT - RIGHT);
  }

  private double y(double value) {
    return floor() - (value - low) / (high - low) * (floor() - TOP);
  }

  static String place(double at) {
    return String.format(Locale.ROOT, "%.1f", at);
  }
}
