package mycelial.ledger;

import java.math.BigDecimal;
import java.util.Collection;
import mycelial.market.Side;

/** Sums over all fills, kept beside the ledger's own figures so that the two can be compared. */
final class FillTally {
  private BigDecimal bought = BigDecimal.ZERO;
  private BigDecimal sold = BigDecimal.ZERO;
  private BigDecimal fees = BigDecimal.ZERO;

  void add(Fill fill) {
    if (fill.side() == Side.BUY) {
      bought = bought.add(fill.notional());
    } else {
      sold = sold.add(fill.notional());
    }
    fees = fees.add(fill.fee());
  }

  BigDecimal fees() {
    return fees;
  }

  /**
   * Compares the books of a ledger with the fills: its cash, its cash and positions at cost, and at
   * the marks.
   *
   * @throws IllegalStateException naming the first figure that does not agree
   */
  void verify(Books books, Collection<Holding> holdings) {
    BigDecimal atCost = BigDecimal.ZERO;
    BigDecimal atMark = BigDecimal.ZERO;
    BigDecimal openFees = BigDecimal.ZERO;
    for (Holding holding : holdings) {
      atCost = atCost.add(holding.cost());
      atMark = atMark.add(holding.value());
      openFees = openFees.add(holding.position().entry().fee());
    }
    BigDecimal traded = sold.subtract(bought);
    agree("cash", books.cash, books.capital.add(traded).subtract(fees));
    agree(
        "cash and positions at cost",
        books.cash.add(atCost),
        books.capital.add(books.realised).subtract(openFees));
    BigDecimal grossRealised = traded.add(atCost);
    BigDecimal grossUnrealised = atMark.subtract(atCost);
    agree(
        "equity",
        books.equity,
        books.capital.add(grossRealised).add(grossUnrealised).subtract(fees));
  }

  private static void agree(String name, BigDecimal booked, BigDecimal recomputed) {
    if (booked.compareTo(recomputed) != 0) {
      throw new IllegalStateException(
          name
              + " is booked as "
              + booked.toPlainString()
              + " but the fills make it "
              + recomputed.toPlainString());
    }
  }

  /** The figures of a ledger that are checked. */
  record Books(BigDecimal capital, BigDecimal cash, BigDecimal realised, BigDecimal equity) {}
}
