package mycelial.bench.live;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import mycelial.bench.BenchException;
import mycelial.config.Configuration;
import mycelial.market.Pair;
import mycelial.stub.StubExchange;

/** Holds every fill of a session against what the exchange itself took for its quotes. */
final class FillCheck {
  private static final double CLOCKS_DIFFER = 2;
  private static final double STEP = 0.25;

  /** Longest way of a quote to the session, seconds on the wall. */
  private static final double MOST_WALL = 0.25;

  private static final double OLDEST_QUOTE = 30;
  private static final double OLDEST_BAR = 60 + 15 + 5;
  private static final double SLIPPAGE = 0.001;
  private static final double ROUNDING = 2e-4;

  private final StubExchange exchange;
  private final Path data;
  private final String session;
  private final double speed;
  private int fills;
  private int late;
  private double latest;
  private double furthest;
  private double oldestQuote;
  private double oldestBar;

  FillCheck(StubExchange exchange, double speed, Path data, String session) {
    this.exchange = exchange;
    this.speed = speed;
    this.data = data;
    this.session = session;
  }

  private interface Rows {
    void take(ResultSet row) throws SQLException;
  }

  private static void read(Path data, String sql, Rows rows) {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + data.resolve("trades.db"));
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      while (found.next()) {
        rows.take(found);
      }
    } catch (SQLException failed) {
      throw new BenchException("cannot read trades.db: " + failed.getMessage());
    }
  }

  /** A session's positions by trade id; those that are open end with "open". */
  static Map<String, String> positions(Path data, String session) {
    Map<String, String> positions = new TreeMap<>();
    read(
        data,
        "SELECT trade_id, stream || ' ' || pair || ' ' || entry_time || ' ' || quantity || ' ' ||"
            + " entry_price || ' ' || entry_fee || ' ' || CASE closed WHEN 1 THEN exit_time || ' '"
            + " || exit_price || ' ' || pnl ELSE 'open' END FROM positions WHERE session = '"
            + session
            + "'",
        row -> positions.put(row.getString(1), row.getString(2)));
    return positions;
  }

  /** What is wrong with any fill. */
  List<String> check() {
    List<String> wrong = new ArrayList<>();
    read(
        data,
        "SELECT trade_id, pair, side, entry_time, entry_quote_time, entry_price, bar_end, exit_time,"
            + " exit_quote_time, exit_price FROM positions WHERE session = '"
            + session
            + "'",
        row -> {
          boolean buy = row.getString("side").equals("BUY");
          fill(row, "entry", buy, wrong);
          double age = row.getDouble("entry_time") - row.getDouble("bar_end");
          oldestBar = Math.max(oldestBar, age);
          if (age < 0 || age > OLDEST_BAR) {
            wrong.add(row.getString("trade_id") + " was opened " + age + " s after its bar's end");
          }
          row.getDouble("exit_time");
          if (!row.wasNull()) {
            fill(row, "exit", !buy, wrong);
          }
        });
    return wrong;
  }

  /** A quote may have been on its way for a moment, which is long in the exchange's time. */
  private boolean isToSearch(double back, double away) {
    return back <= CLOCKS_DIFFER || (away > ROUNDING && back <= MOST_WALL * speed);
  }

  private void fill(ResultSet row, String side, boolean buy, List<String> wrong)
      throws SQLException {
    Pair pair = new Pair(row.getString("pair"));
    double quoted = row.getDouble(side + "_quote_time");
    double age = row.getDouble(side + "_time") - quoted;
    double price = row.getDouble(side + "_price");
    double half = Configuration.defaults().spec(pair).halfSpread().doubleValue();
    double wide = (buy ? 1 : -1) * (half + SLIPPAGE);
    double away = Double.MAX_VALUE;
    double since = 0;
    for (double back = -CLOCKS_DIFFER; isToSearch(back, away); back += STEP) {
      double mid = exchange.quote(pair, quoted - back).orElseThrow().mid();
      double now = Math.abs(price / (mid * (1 + wide)) - 1);
      since = now < away ? back : since;
      away = Math.min(away, now);
    }
    if (since > CLOCKS_DIFFER) {
      late++;
      latest = Math.max(latest, since / speed);
    }
    fills++;
    furthest = Math.max(furthest, away);
    oldestQuote = Math.max(oldestQuote, age);
    if (away > ROUNDING) {
      wrong.add(row.getString("trade_id") + " " + side + " is " + away + " off the quote");
    }
    if (age < 0 || age > OLDEST_QUOTE) {
      wrong.add(row.getString("trade_id") + " " + side + " is on a quote " + age + " s old");
    }
  }

  String summary() {
    return String.format(
        Locale.ROOT,
        "%d fills checked: at most %.5f %% off the exchange's own quotes with half spread and"
            + " slippage, on quotes at most %.1f s old and bars that ended at most %.1f s before; %d rest on a"
            + " quote that was under way for up to %.0f ms on the wall",
        fills,
        furthest * 100,
        oldestQuote,
        oldestBar,
        late,
        latest * 1000);
  }
}
