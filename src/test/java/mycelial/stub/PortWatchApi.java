package mycelial.stub;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * IMF PortWatch's daily chokepoints as an ArcGIS feature server, under any path that ends in {@code
 * /query}. Each Tuesday at 13:00 UTC the days up to the Friday before become known: a lag of four
 * to ten days. What is wrong with a request is said with HTTP 200. Safe for use by several threads.
 */
final class PortWatchApi {
  private static final List<String> PORTS =
      List.of(
          "Suez Canal",
          "Panama Canal",
          "Bosporus Strait",
          "Bab el-Mandeb Strait",
          "Malacca Strait",
          "Strait of Hormuz");
  private static final int[] SHIPS = {70, 33, 110, 75, 220, 105};
  private static final long DAY = 86_400;
  private static final long WEEK = 7 * DAY;
  private static final long FIRST_TUESDAY = 5 * DAY + 13 * 3600; // 1970-01-06T13:00:00Z
  private static final int LAG_DAYS = 4;
  private static final int MOST_ROWS = 1000;
  private static final int MOST_OFFSET = 1_000_000;
  private static final int HISTORY_DAYS = 400;
  private static final Pattern TERM =
      Pattern.compile(
          "date\\s*(>=|>|<=|<|=)\\s*(?:date|timestamp)?\\s*'(\\d{4}-\\d\\d-\\d\\d)[^']*'"
              + "|portid\\s*=\\s*'(\\w+)'|portid\\s+in\\s*\\(([^)]*)\\)|1\\s*=\\s*1",
          Pattern.CASE_INSENSITIVE);

  private final StubState state;

  PortWatchApi(StubState state) {
    this.state = state;
  }

  void register(RoutesConfig routes) {
    routes.get("/portwatch/<path>", this::query);
  }

  /** The last day that is known, in days since the epoch. */
  private static long lastDay(long now) {
    long published = Math.floorDiv(now - FIRST_TUESDAY, WEEK) * WEEK + FIRST_TUESDAY;
    return published / DAY - LAG_DAYS;
  }

  private record Where(long from, long to, @Nullable String ports) {
    boolean admits(String port) {
      return ports == null || ports.contains("'" + port + "'");
    }
  }

  private void query(Context context) {
    Where where = where(context.queryParam("where"));
    if (!context.path().endsWith("/query") || where == null) {
      ObjectNode error = Json.object();
      ObjectNode inner = error.putObject("error").put("code", 400);
      inner.put("message", "Cannot perform query. Invalid query parameters.");
      inner.putArray("details").add("'where' parameter is invalid");
      context.contentType("application/json").result(error.toString());
      return;
    }
    long last = lastDay((long) state.now());
    List<ObjectNode> rows = new ArrayList<>();
    for (long day = Math.min(last, where.to());
        day > last - HISTORY_DAYS && day >= where.from();
        day--) {
      for (int port = 0; port < PORTS.size(); port++) {
        if (where.admits("chokepoint" + (port + 1))) {
          rows.add(row(port, day));
        }
      }
    }
    String order = context.queryParam("orderByFields");
    if (order == null || !order.toLowerCase(Locale.ROOT).contains("desc")) {
      rows = rows.reversed();
    }
    Conditional.answer(
        context, "application/json", page(context, rows), (last + LAG_DAYS) * DAY + 13 * 3600);
  }

  private static String page(Context context, List<ObjectNode> rows) {
    int most = Conditional.count(context.queryParam("resultRecordCount"), MOST_ROWS, MOST_ROWS);
    String offset = context.queryParam("resultOffset");
    int beyond = "0".equals(offset) ? 0 : Conditional.count(offset, 0, MOST_OFFSET);
    int from = Math.min(rows.size(), beyond);
    int to = Math.min(rows.size(), from + most);
    ObjectNode answer = Json.object().put("objectIdFieldName", "ObjectId");
    answer.putObject("uniqueIdField").put("name", "ObjectId").put("isSystemMaintained", true);
    ArrayNode fields = answer.putArray("fields");
    field(fields, "date", "esriFieldTypeDateOnly");
    field(fields, "portid", "esriFieldTypeString");
    field(fields, "n_total", "esriFieldTypeInteger");
    answer.put("exceededTransferLimit", to < rows.size());
    ArrayNode features = answer.putArray("features");
    rows.subList(from, to).forEach(row -> features.addObject().set("attributes", row));
    return answer.toString();
  }

  private static void field(ArrayNode fields, String name, String type) {
    fields.addObject().put("name", name).put("type", type).put("alias", name);
  }

  /** Dates of every second chokepoint are epoch milliseconds, as both have been seen. */
  private ObjectNode row(int port, long day) {
    Draw draw = Draw.of(state.options().seed(), "portwatch " + port, day);
    LocalDate date = LocalDate.ofEpochDay(day);
    ObjectNode row = Json.object();
    if (port % 2 == 0) {
      row.put("date", date.toString());
    } else {
      row.put("date", day * DAY * 1000);
    }
    int total = (int) (SHIPS[port] * (0.8 + 0.4 * draw.uniform()));
    int tankers = total / 3;
    int containers = total / 4;
    row.put("year", date.getYear()).put("month", date.getMonthValue());
    row.put("day", date.getDayOfMonth()).put("portid", "chokepoint" + (port + 1));
    row.put("portname", PORTS.get(port)).put("n_container", containers);
    row.put("n_dry_bulk", total - tankers - containers).put("n_general_cargo", 0);
    row.put("n_roro", 0).put("n_tanker", tankers).put("n_cargo", total - tankers);
    row.put("n_total", total).put("capacity_container", containers * 46_000.0);
    row.put("capacity_tanker", tankers * 50_000.0);
    return row.put("capacity", total * 45_000.0);
  }

  private static @Nullable Where where(@Nullable String text) {
    if (text == null) {
      return null;
    }
    long from = Long.MIN_VALUE;
    long to = Long.MAX_VALUE;
    String ports = null;
    for (String part : text.strip().split("(?i)\\s+and\\s+", -1)) {
      Matcher term = TERM.matcher(part.strip());
      if (!term.matches()) {
        return null;
      }
      if (term.group(2) != null) {
        long day = LocalDate.parse(term.group(2)).toEpochDay();
        String sign = term.group(1);
        from = sign.startsWith(">") || sign.equals("=") ? day + (sign.equals(">") ? 1 : 0) : from;
        to = sign.startsWith("<") || sign.equals("=") ? day - (sign.equals("<") ? 1 : 0) : to;
      } else if (term.group(3) != null) {
        ports = "'" + term.group(3) + "'";
      } else if (term.group(4) != null) {
        ports = term.group(4);
      }
    }
    return new Where(from, to, ports);
  }
}
