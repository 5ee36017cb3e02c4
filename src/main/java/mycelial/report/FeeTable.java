package mycelial.report;

import java.util.ArrayList;
import java.util.List;
import mycelial.storage.StoredOpenPosition;
import mycelial.storage.StoredTrade;

/**
 * The same trades at other fees: quantities and prices stay, for a trade's size is a share of the
 * starting capital, and only the fee a side changes, flat, without tiers.
 *
 * @param stream whose trades
 * @param paid P&L as it was, with the fees by volume tier, quote currency
 * @param at P&L at each of {@link #PERCENTS}
 */
public record FeeTable(String stream, double paid, List<Double> at) {
  /** Fees a side, percent of the value. */
  public static final List<Double> PERCENTS = List.of(0.0, 0.10, 0.26, 0.40);

  /** Computes a row. */
  public static FeeTable of(StreamBook book) {
    double value = 0;
    double fees = 0;
    for (StoredTrade trade : book.trades()) {
      value += trade.quantity().multiply(trade.entryPrice().add(trade.exitPrice())).doubleValue();
      fees += trade.fees().doubleValue();
    }
    for (StoredOpenPosition open : book.open()) {
      value += open.quantity().multiply(open.entryPrice()).doubleValue();
      fees += open.entryFee().doubleValue();
    }
    double paid = book.finalEquity().subtract(book.capital()).doubleValue();
    List<Double> at = new ArrayList<>();
    for (double percent : PERCENTS) {
      at.add(paid + fees - value * percent / 100);
    }
    return new FeeTable(book.stream().label(), paid, at);
  }
}
