package mycelial.report;

import java.util.List;
import java.util.Map;

/** Where the money came from, what the moats delivered, and what was not traded. */
final class TradeSection {
  private TradeSection() {}

  static void write(Html html, Report report) {
    html.element("h2", "Trades");
    boolean any = report.breakdowns().stream().anyMatch(each -> !each.rows().isEmpty());
    if (!any) {
      html.paragraph("No trade was closed in this session.");
    } else {
      report.breakdowns().forEach(each -> breakdown(html, each));
    }
    moats(html, report.moats());
    noTrade(html, report.noTrade());
  }

  private static void breakdown(Html html, Breakdown breakdown) {
    html.element("h3", "By " + breakdown.by());
    html.table(
        "Closed trades after all costs (P&L and fees in USD)",
        List.of(breakdown.by(), "ledger", "trades", "wins", "P&L", "P&L a trade", "fees"));
    String last = "";
    for (Breakdown.Row row : breakdown.rows()) {
      boolean repeated = row.value().equals(last);
      last = row.value();
      html.open("tr", "class", repeated ? "more" : "group");
      html.element("td", repeated ? "" : row.value()).element("td", row.stream(), "class", "left");
      html.element("td", Html.number(row.trades(), 0)).element("td", Html.number(row.wins(), 0));
      html.signed(row.pnl(), 2).signed(row.pnl() / row.trades(), 2);
      html.element("td", Html.number(row.fees(), 2)).close("tr");
    }
    html.endTable();
  }

  private static void moats(Html html, List<MoatProduct> moats) {
    html.element("h2", "The five moats as products");
    if (moats.isEmpty()) {
      html.paragraph("What the moats delivered is stored with a session's end, and it had none.");
      return;
    }
    html.table(
        "Signals heard, patterns archived, and the swarm's ideas whose rule looks at a signal of the"
            + " moat, each as if traded alone (counts; mean net return in percent of the position)",
        List.of("moat", "provenance", "signals", "patterns", "ideas", "entered", "hits", "mean"));
    for (MoatProduct each : moats) {
      html.open("tr").element("td", each.moat()).element("td", each.provenance(), "class", "left");
      html.element("td", Html.number((double) each.signals(), 0));
      html.element("td", Html.number((double) each.patterns(), 0));
      html.element("td", Html.number(each.ideas(), 0));
      html.element("td", Html.number(each.outcomes(), 0));
      html.element(
          "td",
          each.outcomes() == 0
              ? "none"
              : each.hits() + " (" + Html.number(100.0 * each.hits() / each.outcomes(), 0) + " %)");
      html.figure(each.meanReturn(), 2).close("tr");
    }
    html.endTable();
  }

  private static void noTrade(Html html, Map<String, Map<String, Long>> ledgers) {
    html.element("h2", "Why ideas did not become trades");
    if (ledgers.isEmpty()) {
      html.paragraph("The counts are stored with a session's end, and it had none.");
      return;
    }
    html.table(
        "Ideas and collisions that opened nothing (counts)", List.of("reason", "ledger", "count"));
    ledgers.forEach((ledger, reasons) -> {
      if (reasons.isEmpty()) {
        html.open("tr").element("td", "every one was traded, or there was none");
        html.element("td", ledger, "class", "left").element("td", "0").close("tr");
      }
      reasons.forEach((reason, count) -> {
        html.open("tr").element("td", reason).element("td", ledger, "class", "left");
        html.element("td", Html.number(count, 0)).close("tr");
      });
    });
    html.endTable();
  }
}
