package mycelial.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/**
 * The report as one HTML file: no script, nothing from elsewhere, its style allowed by its hash and
 * everything else forbidden.
 */
public final class ReportPage {
  private static final String STYLE = style();

  private ReportPage() {}

  /** The page. */
  public static String of(Report report) {
    Report.Head head = report.session();
    Html body = new Html();
    banner(body, head);
    body.open("main");
    title(body, report);
    assumptions(body, report);
    VerdictSection.write(body, report);
    CurveSection.write(body, report);
    FigureSection.write(body, report);
    TradeSection.write(body, report);
    footer(body, report);
    body.close("main");
    return "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n"
        + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-"
        + hash(STYLE)
        + "'; base-uri 'none'; form-action 'none'\">\n"
        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        + "<meta name=\"referrer\" content=\"no-referrer\">\n<title>"
        + Html.escape("Mycelial Finance: " + head.id())
        + "</title>\n<style>"
        + STYLE
        + "</style></head>\n<body>\n"
        + body
        + "</body></html>\n";
  }

  private static void banner(Html html, Report.Head head) {
    if (head.isSynthetic()) {
      html.open("div", "class", "banner").element("b", "SYNTHETIC MARKET");
      html.text(
          "These prices were generated. Nobody ever traded at them; nothing below was earned.");
    } else {
      html.open("div", "class", "banner plain").element("b", "REAL PRICES, PAPER TRADES");
      html.text("The prices are recorded or live ones; no order was ever sent.");
    }
    html.close("div");
  }

  private static void title(Html html, Report report) {
    Report.Head head = report.session();
    html.element("h1", "Session " + head.id());
    html.element(
        "p",
        head.state()
            + (head.tradingFrom().isEmpty()
                ? ""
                : " · traded from "
                    + brief(head.tradingFrom())
                    + " to "
                    + brief(head.to())
                    + " UTC"),
        "class",
        "soft");
    if (report.assumptions().containsKey("FIRE DRILL")) {
      html.element(
          "p",
          "FIRE DRILL: a losing rule was planted on purpose; these figures are no trading results.",
          "class",
          "drill");
    }
  }

  private static String brief(String instant) {
    return instant.substring(0, 10) + " " + instant.substring(11, 16);
  }

  private static void assumptions(Html html, Report report) {
    html.element("h2", "What every figure rests on");
    if (report.assumptions().isEmpty()) {
      html.paragraph(
          "This session has not stored its assumptions: it did not come to an end of its own ("
              + report.session().state()
              + ").");
    }
    html.open("dl", "class", "pairs");
    report.assumptions().forEach((name, words) -> html.element("dt", name).element("dd", words));
    html.close("dl");
    List<String> data = report.session().data();
    if (!data.isEmpty()) {
      html.element("h3", "What was played");
      html.open("ul", "class", "notes small");
      data.forEach(line -> html.element("li", line));
      html.close("ul");
    }
  }

  private static void footer(Html html, Report report) {
    if (!report.notes().isEmpty()) {
      html.element("h2", "Notes").open("ul", "class", "notes");
      report.notes().forEach(note -> html.element("li", note));
      html.close("ul");
    }
    Report.Head head = report.session();
    html.element("h2", "How to get the same again").open("dl", "class", "pairs");
    html.element("dt", "seed").element("dd", Long.toString(head.seed()));
    html.element("dt", "digest").open("dd").element("code", orNone(head.digest())).close("dd");
    html.element("dt", "configuration").open("dd").element("code", head.configFingerprint());
    html.close("dd").element("dt", "build").element("dd", head.build());
    html.element("dt", "kind").element("dd", head.kind());
    html.element("dt", "begun").element("dd", head.startedAt()).close("dl");
    html.element(
        "p",
        "Same seed, data, configuration and build give the same digest, bit for bit.",
        "class",
        "soft small");
  }

  private static String orNone(String text) {
    return text.isEmpty() ? "none: the session did not come to an end of its own" : text;
  }

  private static String style() {
    try (InputStream in = ReportPage.class.getResourceAsStream("/mycelial/report/report.css")) {
      if (in == null) {
        throw new IllegalStateException("report.css is not in the program's own jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read report.css from the program's own jar", e);
    }
  }

  private static String hash(String text) {
    try {
      return Base64.getEncoder()
          .encodeToString(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform has SHA-256", missing);
    }
  }
}
