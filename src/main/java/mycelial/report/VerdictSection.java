package mycelial.report;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Is the agreement worth more? */
final class VerdictSection {
  private VerdictSection() {}

  static void write(Html html, Report report) {
    html.element("h2", "Is agreement worth more than either stream, after costs?");
    Synergy synergy = report.synergy();
    if (synergy == null) {
      html.paragraph(report.noSynergy());
      return;
    }
    String style =
        switch (synergy.verdict()) {
          case AGREEMENT_IS_WORTH_MORE -> "more";
          case NOT -> "not";
          case CANNOT_TELL -> "open";
        };
    html.open("div", "class", "verdict " + style).element("b", words(synergy.verdict()));
    html.text(synergy.sentence()).close("div");
    html.open("figure").add(EffectChart.draw(synergy));
    html.element(
        "figcaption",
        "Mean net return of a trade on which both agreed, less that of the other gate: percentage"
            + " points, with 95 % intervals. Right of 0 speaks for agreement; the dashed line is one"
            + " round trip of fees, the smallest difference taken to be worth having.",
        "class",
        "small");
    html.close("figure");
    means(html, synergy);
    perDay(html, synergy);
    method(html, synergy);
  }

  private static String words(Synergy.Verdict verdict) {
    return switch (verdict) {
      case AGREEMENT_IS_WORTH_MORE -> "Yes: agreement was worth more";
      case NOT -> "No: agreement was not worth more";
      case CANNOT_TELL -> "Cannot tell";
    };
  }

  private static void means(Html html, Synergy synergy) {
    html.table(
        "Mean net return of a trade, each idea as if traded alone (percent of the position; difference"
            + " and detectable difference in percentage points)",
        List.of(
            "against",
            "trades",
            "mean",
            "both agree",
            "difference",
            "95 % interval",
            "p, Holm",
            "power",
            "detectable"));
    for (Comparison each : synergy.comparisons()) {
      Comparison.Effect test = each.test();
      html.open("tr").element("td", each.against()).element("td", count(each.rightTrades()));
      html.element("td", percent(each.rightMean())).element("td", percent(each.leftMean()));
      if (test == null) {
        html.element("td", each.why(), "colspan", "5", "class", "none left");
      } else {
        html.signed(test.effect(), 2);
        html.element("td", Html.number(test.low(), 2) + " to " + Html.number(test.high(), 2));
        html.element("td", probability(each.adjustedP()));
        html.element("td", Html.number(100 * test.power(), 0) + " %");
        html.element("td", Html.number(test.detectable(), 2));
      }
      html.close("tr");
    }
    html.endTable();
  }

  private static void perDay(Html html, Synergy synergy) {
    html.table(
        "The same as profit a day, every trade at full size with unlimited capital (USD a day)",
        List.of(
            "against", "its P&L", "both agree", "difference", "95 % interval", "p, uncorrected"));
    for (Comparison each : synergy.comparisons()) {
      Comparison.DailyEffect test = each.perDay();
      html.open("tr").element("td", each.against());
      html.signed(each.rightPerDay(), 2).signed(each.leftPerDay(), 2);
      if (test == null) {
        html.element("td", each.why(), "colspan", "3", "class", "none left");
      } else {
        html.signed(test.effect(), 2);
        html.element("td", Html.number(test.low(), 2) + " to " + Html.number(test.high(), 2));
        html.element("td", probability(test.p()));
      }
      html.close("tr");
    }
    html.endTable();
  }

  private static String count(double trades) {
    return Html.number(trades, trades == Math.rint(trades) ? 0 : 1);
  }

  private static String percent(@Nullable Double value) {
    return value == null ? "none" : Html.number(value, 2);
  }

  private static String probability(double p) {
    return p < 0.0001 ? "< 0.0001" : Html.number(p, 4);
  }

  private static void method(Html html, Synergy synergy) {
    html.element(
        "p",
        String.format(
            Locale.ROOT,
            "Paired stationary block bootstrap (Politis and Romano 1994) over buckets of %.0f minutes, %d"
                + " draws, blocks by Politis and White 2004 and no shorter than the mean holding time;"
                + " interval and p by Student's t on the blocks with trades. Holm's correction over the"
                + " five comparisons, level %.0f %%. Power: probability of finding one round trip of"
                + " fees (%.2f %%) in that comparison alone. The mean return of a trade is the primary"
                + " figure, for it is what a gate can improve; P&L a day punishes a gate for every"
                + " trade it leaves out.",
            synergy.bucketMinutes(),
            synergy.draws(),
            100 * synergy.alpha(),
            synergy.smallestEffect()),
        "class",
        "soft small");
    synergy.notes().forEach(note -> html.element("p", note, "class", "soft small"));
  }
}
