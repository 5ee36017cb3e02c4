package mycelial.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import mycelial.storage.StoredOpenPosition;
import mycelial.storage.StoredTrade;

/**
 * The usual figures of a stream by their usual names, from its stored trades and equity. Money is
 * in the quote currency, after all costs. A figure that is not defined says why instead.
 *
 * @param trades closed trades
 * @param wins of them with a profit
 * @param winRatePercent wins / trades
 * @param openPositions positions that were not closed; marked to market in P&L and return
 * @param pnl equity at the end less the capital
 * @param realisedPnl profit and loss of the closed trades
 * @param returnPercent P&L / capital
 * @param cagrPercent compound annual growth rate, (end / begin)^(365 days / period) - 1, of periods
 *     of at least 30 days
 * @param sharpe mean / standard deviation (n - 1) of the returns per period × root of the periods a
 *     year; riskless rate 0 (Sharpe 1994, The Sharpe Ratio)
 * @param sortino the same with the root of the mean squared loss, over all periods, in place of the
 *     standard deviation; target 0 (Sortino and Price 1994)
 * @param calmar CAGR / largest drawdown (Young 1991)
 * @param profitFactor sum of profits / sum of losses
 * @param expectancy mean profit and loss of a trade
 * @param sqn system quality number: root of the trades × mean / standard deviation (n - 1) of the
 *     profit and loss of a trade (Tharp 2008), without a cap on the trades
 * @param maxDrawdownPercent largest fall of marked-to-market equity below its highest value so far
 * @param sampledDrawdownPercent the same from the stored samples, one a minute at most: it may have
 *     missed the lowest point
 * @param drawdownSeconds longest time below an earlier peak, from the samples
 * @param exposurePercent share of the time with at least one position
 * @param turnover value of all fills / capital
 * @param fees of all fills
 * @param averageHoldSeconds of closed trades
 * @param best profit and loss of the best trade
 * @param worst likewise
 */
public record Performance(
    int trades,
    int wins,
    Figure winRatePercent,
    int openPositions,
    BigDecimal pnl,
    BigDecimal realisedPnl,
    double returnPercent,
    Figure cagrPercent,
    Figure sharpe,
    Figure sortino,
    Figure calmar,
    Figure profitFactor,
    Figure expectancy,
    Figure sqn,
    BigDecimal maxDrawdownPercent,
    double sampledDrawdownPercent,
    double drawdownSeconds,
    Figure exposurePercent,
    double turnover,
    BigDecimal fees,
    Figure averageHoldSeconds,
    Figure best,
    Figure worst) {
  /** Shortest period of which a year's growth is told, seconds: 30 days. */
  static final double CAGR_SECONDS = 30 * 86_400.0;

  private static final double YEAR_SECONDS = 365 * 86_400.0;
  private static final String NO_TRADE = "no closed trade";

  /** Computes them. */
  public static Performance of(StreamBook book) {
    List<Double> profits = book.trades().stream().map(t -> t.pnl().doubleValue()).toList();
    int wins = (int) book.trades().stream().filter(t -> t.pnl().signum() > 0).count();
    BigDecimal pnl = book.finalEquity().subtract(book.capital());
    double sampled =
        book.equity().drawdowns().stream().mapToDouble(Double::doubleValue).max().orElse(0);
    BigDecimal reported = book.drawdownPercent();
    BigDecimal drawdown = reported == null ? BigDecimal.valueOf(sampled) : reported;
    List<Double> returns = book.equity().returns(periodSeconds(book.equity()));
    Figure cagr = cagr(book);
    return new Performance(
        profits.size(),
        wins,
        profits.isEmpty() ? Figure.none(NO_TRADE) : Figure.of(100.0 * wins / profits.size()),
        book.open().size(),
        pnl,
        book.trades().stream().map(StoredTrade::pnl).reduce(BigDecimal.ZERO, BigDecimal::add),
        100 * pnl.doubleValue() / book.capital().doubleValue(),
        cagr,
        sharpe(returns, book.equity()),
        sortino(returns, book.equity()),
        calmar(cagr, drawdown.doubleValue()),
        profitFactor(profits),
        profits.isEmpty() ? Figure.none(NO_TRADE) : Figure.of(mean(profits)),
        sqn(profits),
        drawdown,
        sampled,
        book.equity().longestDrawdown(),
        exposure(book),
        turnover(book),
        fees(book),
        hold(book.trades()),
        profits.stream()
            .max(Comparator.naturalOrder())
            .map(Figure::of)
            .orElse(Figure.none(NO_TRADE)),
        profits.stream()
            .min(Comparator.naturalOrder())
            .map(Figure::of)
            .orElse(Figure.none(NO_TRADE)));
  }

  private static double seconds(EquityCurve curve) {
    return curve.isEmpty() ? 0 : curve.times().getLast() - curve.times().getFirst();
  }

  /** Returns are taken by the day, by the hour where the period is shorter than 30 days. */
  static long periodSeconds(EquityCurve curve) {
    return seconds(curve) < CAGR_SECONDS ? 3600 : 86_400;
  }

  private static Figure cagr(StreamBook book) {
    double seconds = seconds(book.equity());
    if (seconds < CAGR_SECONDS) {
      return Figure.none("period too short: less than 30 days");
    }
    double growth = book.finalEquity().doubleValue() / book.capital().doubleValue();
    return growth <= 0
        ? Figure.none("the capital was lost")
        : Figure.of(100 * (StrictMath.pow(growth, YEAR_SECONDS / seconds) - 1));
  }

  private static Figure sharpe(List<Double> returns, EquityCurve curve) {
    if (returns.size() < 2) {
      return Figure.none("fewer than 2 periods");
    }
    double deviation = deviation(returns);
    return deviation == 0
        ? Figure.none("the equity never changed")
        : Figure.of(mean(returns) / deviation * annual(curve));
  }

  private static Figure sortino(List<Double> returns, EquityCurve curve) {
    if (returns.size() < 2) {
      return Figure.none("fewer than 2 periods");
    }
    double squares =
        returns.stream().mapToDouble(each -> each < 0 ? each * each : 0).sum() / returns.size();
    return squares == 0
        ? Figure.none("no period with a loss")
        : Figure.of(mean(returns) / Math.sqrt(squares) * annual(curve));
  }

  private static double annual(EquityCurve curve) {
    return Math.sqrt(YEAR_SECONDS / periodSeconds(curve));
  }

  private static Figure calmar(Figure cagr, double drawdown) {
    Double growth = cagr.value();
    if (growth == null) {
      return Figure.none(cagr.why());
    }
    return drawdown == 0 ? Figure.none("no drawdown") : Figure.of(growth / drawdown);
  }

  private static Figure profitFactor(List<Double> profits) {
    double gained = profits.stream().mapToDouble(each -> Math.max(0, each)).sum();
    double lost = profits.stream().mapToDouble(each -> Math.max(0, -each)).sum();
    if (profits.isEmpty()) {
      return Figure.none(NO_TRADE);
    }
    return lost == 0 ? Figure.none("no losing trade") : Figure.of(gained / lost);
  }

  private static Figure sqn(List<Double> profits) {
    if (profits.size() < 2) {
      return Figure.none("fewer than 2 closed trades");
    }
    double deviation = deviation(profits);
    return deviation == 0
        ? Figure.none("all trades brought the same")
        : Figure.of(Math.sqrt(profits.size()) * mean(profits) / deviation);
  }

  private static Figure exposure(StreamBook book) {
    EquityCurve curve = book.equity();
    double length = seconds(curve);
    if (!(length > 0)) {
      return Figure.none("no equity is stored");
    }
    double end = curve.times().getLast();
    List<double[]> held = new ArrayList<>();
    book.trades().forEach(each -> held.add(new double[] {each.entryTime(), each.exitTime()}));
    book.open().forEach(each -> held.add(new double[] {each.entryTime(), end}));
    held.sort(Comparator.comparingDouble(each -> each[0]));
    double covered = 0;
    double until = curve.times().getFirst();
    for (double[] each : held) {
      covered += Math.max(0, each[1] - Math.max(until, each[0]));
      until = Math.max(until, each[1]);
    }
    return Figure.of(Math.min(100, 100 * covered / length));
  }

  private static double turnover(StreamBook book) {
    BigDecimal value = BigDecimal.ZERO;
    for (StoredTrade trade : book.trades()) {
      value = value.add(trade.quantity().multiply(trade.entryPrice().add(trade.exitPrice())));
    }
    for (StoredOpenPosition open : book.open()) {
      value = value.add(open.quantity().multiply(open.entryPrice()));
    }
    return value.doubleValue() / book.capital().doubleValue();
  }

  private static BigDecimal fees(StreamBook book) {
    BigDecimal sum = BigDecimal.ZERO;
    for (StoredTrade trade : book.trades()) {
      sum = sum.add(trade.fees());
    }
    for (StoredOpenPosition open : book.open()) {
      sum = sum.add(open.entryFee());
    }
    return sum;
  }

  private static Figure hold(List<StoredTrade> trades) {
    return trades.isEmpty()
        ? Figure.none(NO_TRADE)
        : Figure.of(mean(trades.stream().map(t -> t.exitTime() - t.entryTime()).toList()));
  }

  static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).sum() / values.size();
  }

  static double deviation(List<Double> values) {
    double mean = mean(values);
    double squares = values.stream().mapToDouble(each -> (each - mean) * (each - mean)).sum();
    return Math.sqrt(squares / (values.size() - 1));
  }
}
