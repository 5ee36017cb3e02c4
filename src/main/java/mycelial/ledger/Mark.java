package mycelial.ledger;

/** The newest price of a pair, whether or not it is held. */
final class Mark {
  private double price;
  private double time = -1;

  /**
   * Takes note of a price unless a newer one is known.
   *
   * @return whether the price has changed
   */
  boolean see(double seen, double when) {
    if (when < time) {
      return false;
    }
    time = when;
    boolean moved = seen != price;
    price = seen;
    return moved;
  }

  double price() {
    return price;
  }
}
