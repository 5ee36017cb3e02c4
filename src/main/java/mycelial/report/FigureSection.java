package mycelial.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The usual figures by stream, and the same trades at other fees. */
final class FigureSection {
  private final Html html;
  private final List<Performance> streams;
  private final List<String> missing = new ArrayList<>();

  private FigureSection(Html html, List<Performance> streams) {
    this.html = html;
    this.streams = streams;
  }

  static void write(Html html, Report report) {
    if (report.streams().isEmpty()) {
      return;
    }
    html.element("h2", "Figures");
    List<String> columns = new ArrayList<>(List.of("after all costs"));
    columns.addAll(report.streams().keySet());
    columns.add("unit");
    html.table("By ledger", columns);
    FigureSection section = new FigureSection(html, List.copyOf(report.streams().values()));
    section.rows();
    html.endTable();
    if (!section.missing.isEmpty()) {
      html.paragraph("Not defined for some ledger: " + String.join(", ", section.missing) + ".");
    }
    html.element("p", METHOD, "class", "soft small");
    fees(html, report);
  }

  private static final String METHOD =
      "Returns are taken by the day, by the hour where the period is shorter than 30 days, and"
          + " annualised with 365 days; riskless rate and target are 0. From one day of hours these"
          + " ratios are very uncertain. Sharpe 1994; Sortino and Price 1994; Calmar: growth a year /"
          + " largest drawdown; SQN (Tharp): root of the trades × mean / standard deviation of a trade's"
          + " P&L; profit factor: profits / losses; exposure: share of the time with a position;"
          + " turnover: value of all fills / capital.";

  private void rows() {
    whole("closed trades", Performance::trades, "");
    whole("of them with a profit", Performance::wins, "");
    figures("win rate", Performance::winRatePercent, 1, "%");
    whole("open at the end", Performance::openPositions, "");
    signed("P&L, open positions marked", each -> each.pnl().doubleValue(), "USD");
    signed("P&L of closed trades", each -> each.realisedPnl().doubleValue(), "USD");
    signed("return", Performance::returnPercent, "%");
    figures("CAGR", Performance::cagrPercent, 2, "% a year");
    figures("Sharpe", Performance::sharpe, 2, "a year");
    figures("Sortino", Performance::sortino, 2, "a year");
    figures("Calmar", Performance::calmar, 2, "");
    numbers("largest drawdown", each -> each.maxDrawdownPercent().doubleValue(), 2, "%");
    texts("longest drawdown", each -> Html.duration(each.drawdownSeconds()), "");
    figures("profit factor", Performance::profitFactor, 2, "");
    figures("expectancy", Performance::expectancy, 2, "USD a trade");
    figures("SQN", Performance::sqn, 2, "");
    figures("best trade", Performance::best, 2, "USD");
    figures("worst trade", Performance::worst, 2, "USD");
    texts("average hold", FigureSection::hold, "");
    figures("exposure", Performance::exposurePercent, 1, "% of the time");
    numbers("turnover", Performance::turnover, 2, "× capital");
    numbers("fees paid", each -> each.fees().doubleValue(), 2, "USD");
  }

  private static String hold(Performance each) {
    Double seconds = each.averageHoldSeconds().value();
    return seconds == null ? each.averageHoldSeconds().why() : Html.duration(seconds);
  }

  private void whole(String name, ToDoubleFunction<Performance> value, String unit) {
    numbers(name, value, 0, unit);
  }

  private void numbers(
      String name, ToDoubleFunction<Performance> value, int decimals, String unit) {
    texts(name, each -> Html.number(value.applyAsDouble(each), decimals), unit);
  }

  private void texts(String name, Function<Performance, String> value, String unit) {
    html.open("tr").element("td", name);
    streams.forEach(each -> html.element("td", value.apply(each)));
    html.element("td", unit, "class", "unit left").close("tr");
  }

  private void signed(String name, ToDoubleFunction<Performance> value, String unit) {
    html.open("tr").element("td", name);
    streams.forEach(each -> html.signed(value.applyAsDouble(each), 2));
    html.element("td", unit, "class", "unit left").close("tr");
  }

  /** In words, for print and for fingers: a dash alone explains nothing. */
  private void undefined(String name, Function<Performance, Figure> value) {
    Set<String> reasons = new TreeSet<>();
    streams.stream()
        .map(value)
        .filter(each -> each.value() == null)
        .forEach(each -> reasons.add(each.why()));
    if (!reasons.isEmpty()) {
      missing.add(name + " (" + String.join("; ", reasons) + ")");
    }
  }

  private void figures(
      String name, Function<Performance, Figure> value, int decimals, String unit) {
    undefined(name, value);
    html.open("tr").element("td", name);
    streams.forEach(each -> html.figure(value.apply(each), decimals));
    html.element("td", unit, "class", "unit left").close("tr");
  }

  private static void fees(Html html, Report report) {
    html.element("h3", "The same trades at other fees");
    List<String> columns = new ArrayList<>(List.of("ledger", "as it was"));
    FeeTable.PERCENTS.forEach(percent -> columns.add(Html.number(percent, 2) + " %"));
    html.table("P&L at a flat fee a side (USD)", columns);
    for (FeeTable row : report.fees()) {
      html.open("tr").element("td", row.stream()).signed(row.paid(), 2);
      row.at().forEach(value -> html.signed(value, 2));
      html.close("tr");
    }
    html.endTable();
    html.element(
        "p",
        "Recomputed from the stored fills. Size, fill prices and exits do not depend on the fee, but the"
            + " swarm learned net of its own fee and the account's risk control looks at net losses: a"
            + " run at another fee would have found other trades.",
        "class",
        "soft small");
  }
}
