package mycelial.report;

import java.util.List;

/** The effects of the synergy test with their intervals, one below the other, as inline SVG. */
final class EffectChart {
  private static final int ROW = 46;
  private static final int TOP = 8;
  private static final int SIDE = 14;

  private final List<Comparison> comparisons;
  private final int width;
  private final int left;
  private double low;
  private double high;

  private EffectChart(List<Comparison> comparisons, double smallest, int width) {
    this.comparisons = comparisons;
    this.width = width;
    this.left = width > 600 ? 250 : 0;
    high = smallest;
    for (Comparison each : comparisons) {
      Comparison.Effect test = each.test();
      if (test != null) {
        low = Math.min(low, test.low());
        high = Math.max(high, test.high());
      }
    }
    double margin = Math.max(0.1, (high - low) * 0.05);
    low -= margin;
    high += margin;
  }

  static Html draw(Synergy synergy) {
    Html both = new Html();
    for (boolean wide : List.of(true, false)) {
      EffectChart chart =
          new EffectChart(synergy.comparisons(), synergy.smallestEffect(), wide ? 960 : 380);
      both.open("div", "class", wide ? "wide" : "narrow");
      both.add(chart.svg(synergy.smallestEffect())).close("div");
    }
    return both;
  }

  private Html svg(double smallest) {
    int floor = TOP + comparisons.size() * ROW;
    Html svg = new Html();
    svg.open(
        "svg",
        "viewBox",
        "0 0 " + width + " " + (floor + 24),
        "role",
        "img",
        "aria-label",
        "Differences of mean net return with 95 % intervals");
    rule(svg, "zero", 0, floor, "0");
    rule(svg, "mark", smallest, floor, "+" + Html.number(smallest, 2) + " %");
    for (int i = 0; i < comparisons.size(); i++) {
      row(svg, comparisons.get(i), TOP + i * ROW);
    }
    return svg.close("svg");
  }

  private void rule(Html svg, String style, double value, int floor, String label) {
    String x = LineChart.place(x(value));
    svg.open("line", "class", style, "x1", x, "x2", x, "y1", "" + TOP, "y2", "" + floor);
    svg.close("line");
    svg.element("text", label, "x", x, "y", "" + (floor + 17), "text-anchor", "middle");
  }

  private void row(Html svg, Comparison each, int top) {
    Comparison.Effect test = each.test();
    String name = "against " + each.against() + (test == null ? ": " + each.why() : "");
    svg.element("text", name, "class", "name", "x", "0", "y", "" + (top + (left == 0 ? 14 : 34)));
    if (test != null) {
      String y = "" + (top + 30);
      svg.open(
          "line",
          "class",
          "span",
          "x1",
          LineChart.place(x(test.low())),
          "x2",
          LineChart.place(x(test.high())),
          "y1",
          y,
          "y2",
          y);
      svg.close("line");
      svg.open(
          "circle", "class", "dot", "cx", LineChart.place(x(test.effect())), "cy", y, "r", "5");
      svg.close("circle");
    }
  }

  private double x(double value) {
    return left + SIDE + (value - low) / (high - low) * (width - left - 2 * SIDE);
  }
}
