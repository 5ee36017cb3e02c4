package mycelial.stub;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * EDGAR's submissions of any company, and the newest 8-K of some as Atom. Who names no address in
 * the User-Agent is refused. Filings come on working days; an 8-K about every other week. Safe for
 * use by several threads.
 */
final class EdgarApi {
  private static final int DAYS = 365;
  private static final int AFTERNOON = 20 * 3600;
  private static final List<String> ITEMS =
      List.of("2.02,9.01", "8.01", "1.01,9.01", "5.02", "7.01,9.01", "5.02,9.01", "3.02,8.01");
  private static final List<String> COMPANIES =
      List.of("0001050446", "0001679788", "0001507605", "0001167419", "0001783879");
  private static final ZoneId WASHINGTON = ZoneId.of("America/New_York");

  private final StubState state;

  EdgarApi(StubState state) {
    this.state = state;
  }

  void register(RoutesConfig routes) {
    routes.get("/edgar/submissions/{file}", this::submissions);
    routes.get("/edgar/cgi-bin/browse-edgar", this::current);
  }

  private record Filing(String number, String form, String items, long accepted) {
    String day() {
      return LocalDate.ofInstant(Instant.ofEpochSecond(accepted), ZoneOffset.UTC).toString();
    }
  }

  private static boolean isRefused(Context context) {
    String agent = context.header("User-Agent");
    if (agent != null && agent.contains("@")) {
      return false;
    }
    context
        .status(403)
        .html(
            "<html><head><title>SEC.gov | Your Request Originates from an Undeclared Automated"
                + " Tool</title></head><body></body></html>");
    return true;
  }

  private void submissions(Context context) {
    String file = context.pathParam("file");
    if (isRefused(context)) {
      return;
    }
    if (!file.matches("CIK\\d{10}\\.json")) {
      context.status(404).result("<?xml version=\"1.0\"?><Error><Code>NoSuchKey</Code></Error>");
      return;
    }
    String company = file.substring(3, 13);
    List<Filing> filings = filings(company);
    ObjectNode answer = Json.object().put("cik", company).put("entityType", "operating");
    answer.put("sic", "6199").put("name", "Company " + Integer.parseInt(company));
    answer.putArray("tickers").add("C" + company.substring(6));
    answer.putArray("exchanges").add("Nasdaq");
    ObjectNode inner = answer.putObject("filings");
    inner.set("recent", recent(filings));
    inner.putArray("files");
    long changed = filings.isEmpty() ? 0 : filings.getFirst().accepted();
    Conditional.answer(context, "application/json", answer.toString(), changed);
  }

  private static ObjectNode recent(List<Filing> filings) {
    ObjectNode recent = Json.object();
    List<String> names =
        List.of(
            "accessionNumber",
            "filingDate",
            "reportDate",
            "acceptanceDateTime",
            "act",
            "form",
            "fileNumber",
            "filmNumber",
            "items",
            "size",
            "isXBRL",
            "isInlineXBRL",
            "primaryDocument",
            "primaryDocDescription");
    names.forEach(recent::putArray);
    for (Filing filing : filings) {
      add(recent, "accessionNumber", filing.number());
      add(recent, "filingDate", filing.day());
      add(recent, "reportDate", filing.day());
      add(recent, "acceptanceDateTime", time(filing.accepted()));
      add(recent, "act", "34");
      add(recent, "form", filing.form());
      add(recent, "fileNumber", "001-40289");
      add(recent, "filmNumber", "25925000");
      add(recent, "items", filing.items());
      recent.withArray("size").add(200_000);
      recent.withArray("isXBRL").add(1);
      recent.withArray("isInlineXBRL").add(1);
      add(recent, "primaryDocument", "document.htm");
      add(recent, "primaryDocDescription", filing.form());
    }
    return recent;
  }

  private static void add(ObjectNode recent, String name, String value) {
    recent.withArray(name).add(value);
  }

  private static String time(long seconds) {
    return DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
        .format(Instant.ofEpochSecond(seconds).atOffset(ZoneOffset.UTC));
  }

  /** Newest first. */
  private List<Filing> filings(String company) {
    List<Filing> filings = new ArrayList<>();
    long now = (long) state.now();
    for (long day = now / 86_400; day > now / 86_400 - DAYS; day--) {
      Draw draw = Draw.of(state.options().seed(), "edgar " + company, day);
      boolean weekend = Math.floorMod(day + 3, 7) >= 5; // day 0 was a Thursday
      double kind = draw.uniform();
      long accepted = day * 86_400 + AFTERNOON + draw.below(3 * 3600);
      if (!weekend && kind < 0.3 && accepted <= now) {
        String form = kind < 0.1 ? "8-K" : kind < 0.12 ? "10-Q" : "4";
        String items = form.equals("8-K") ? ITEMS.get(draw.below(ITEMS.size())) : "";
        String year = LocalDate.ofEpochDay(day).toString().substring(2, 4);
        String number = company + "-" + year + "-" + String.format(Locale.ROOT, "%06d", day % 366);
        filings.add(new Filing(number, form, items, accepted));
      }
    }
    return filings;
  }

  private void current(Context context) {
    if (isRefused(context)) {
      return;
    }
    StringBuilder atom = new StringBuilder("<?xml version=\"1.0\" encoding=\"ISO-8859-1\" ?>\n");
    atom.append("<feed xmlns=\"http://www.w3.org/2005/Atom\">\n<title>Latest Filings</title>\n");
    atom.append("<link rel=\"self\" href=\"/cgi-bin/browse-edgar?action=getcurrent\"/>\n");
    long newest = 0;
    for (String company : COMPANIES) {
      for (Filing filing : filings(company)) {
        if (filing.form().equals("8-K")) {
          newest = Math.max(newest, filing.accepted());
          atom.append(entry(company, filing));
        }
      }
    }
    atom.append("<updated>").append(eastern(newest)).append("</updated>\n</feed>\n");
    Conditional.answer(context, "application/atom+xml", atom.toString(), newest);
  }

  private static String eastern(long seconds) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
        Instant.ofEpochSecond(seconds).atZone(WASHINGTON));
  }

  private static String entry(String company, Filing filing) {
    return "<entry>\n<title>8-K - COMPANY ("
        + company
        + ") (Filer)</title>\n<link rel=\"alternate\" type=\"text/html\""
        + " href=\"https://www.sec.gov/Archives/edgar/data/"
        + filing.number()
        + "-index.htm\"/>\n<summary type=\"html\">&lt;b&gt;Filed:&lt;/b&gt; "
        + filing.day()
        + " &lt;b&gt;AccNo:&lt;/b&gt; "
        + filing.number()
        + "&lt;br&gt;Item "
        + filing.items().replace(",", "&lt;br&gt;Item ")
        + "</summary>\n<updated>"
        + eastern(filing.accepted())
        + "</updated>\n"
        + "<category scheme=\"https://www.sec.gov/\" label=\"form type\" term=\"8-K\"/>\n"
        + "<id>urn:tag:sec.gov,2008:accession-number="
        + filing.number()
        + "</id>\n</entry>\n";
  }
}
