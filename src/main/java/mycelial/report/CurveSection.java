package mycelial.report;

import java.util.ArrayList;
import java.util.List;

/** Equity and drawdown over time, beside doing nothing and holding. */
final class CurveSection {
  private static final List<String> BENCHMARKS = List.of("nothing", "hold", "bitcoin");

  private CurveSection() {}

  static void write(Html html, Report report) {
    html.element("h2", "Equity");
    if (report.books().isEmpty()) {
      html.paragraph("No equity is stored of this session: it did not come to trading.");
      return;
    }
    List<LineChart.Line> equity = new ArrayList<>();
    List<LineChart.Line> falls = new ArrayList<>();
    for (int i = 0; i < report.benchmarks().size(); i++) {
      equity.add(new LineChart.Line(BENCHMARKS.get(i), report.benchmarks().get(i).curve()));
    }
    for (StreamBook book : report.books()) {
      String style = book.stream().label();
      EquityCurve curve = book.equity();
      equity.add(new LineChart.Line(style, curve));
      List<Double> depth = curve.drawdowns().stream().map(each -> 0 - each).toList();
      falls.add(new LineChart.Line(style, new EquityCurve(curve.times(), depth)));
    }
    html.open("figure").add(LineChart.draw("Equity of all ledgers", equity, 320));
    legend(html, report);
    html.element(
        "figcaption",
        "Equity marked to market, USD; times are UTC. Open positions count at the newest price.",
        "class",
        "small");
    html.close("figure");
    html.open("figure").add(LineChart.draw("Drawdown of all ledgers", falls, 150));
    html.element(
        "figcaption", "Drawdown: percent below the highest equity so far.", "class", "small");
    html.close("figure");
    if (report.benchmarks().isEmpty()) {
      html.paragraph(
          "Prices are not stored of this session, so that holding cannot be shown beside it: it is"
              + " older than this version of the program or ended too early.");
    } else {
      benchmarks(html, report);
    }
  }

  private static void legend(Html html, Report report) {
    html.open("ul", "class", "legend");
    for (StreamBook book : report.books()) {
      Performance figures = report.streams().get(book.stream().label());
      if (figures != null) {
        entry(html, book.stream().label(), book.stream().label(), figures.returnPercent());
      }
    }
    for (int i = 0; i < report.benchmarks().size(); i++) {
      Benchmark each = report.benchmarks().get(i);
      entry(html, BENCHMARKS.get(i), each.name(), each.returnPercent());
    }
    html.close("ul");
  }

  private static void entry(Html html, String style, String name, double percent) {
    html.open("li").open("svg", "viewBox", "0 0 26 10", "aria-hidden", "true");
    html.open("line", "class", "curve " + style, "x1", "0", "x2", "26", "y1", "5", "y2", "5");
    html.close("line").close("svg");
    html.text(name + " " + (percent > 0 ? "+" : "") + Html.number(percent, 2) + " %").close("li");
  }

  private static void benchmarks(Html html, Report report) {
    html.table(
        "Beside the ledgers: P&L of the whole capital, after the costs of buying and selling (USD,"
            + " percent of the capital)",
        List.of("what", "P&L, USD", "return, %"));
    for (Benchmark each : report.benchmarks()) {
      html.open("tr").element("td", each.name()).signed(each.pnl(), 2);
      html.signed(each.returnPercent(), 2).close("tr");
    }
    for (var each : report.streams().entrySet()) {
      html.open("tr").element("td", each.getKey() + " ledger");
      html.signed(each.getValue().pnl().doubleValue(), 2);
      html.signed(each.getValue().returnPercent(), 2).close("tr");
    }
    html.endTable();
    html.element(
        "p",
        "A ledger puts a small part of its capital into a trade (see the size above); holding puts in all of"
            + " it. The two are not equally risky.",
        "class",
        "soft small");
  }
}
