package mycelial.feed.synthetic;

/**
 * How far and how fast the traded pair itself moves before its drift.
 *
 * @param least the smallest move, as a signed fraction; 0 where the pair does not move
 * @param most the largest move, of the same sign
 * @param fastest minutes of the quickest move
 * @param slowest minutes of the slowest move
 */
record Move(double least, double most, int fastest, int slowest) {
  static final Move NONE = new Move(0, 0, 0, 0);

  /** In words. */
  String words() {
    return slowest == 0
        ? "no move of its own"
        : "a move of "
            + Words.percent(least)
            + " to "
            + Words.percent(most)
            + " in "
            + (fastest == slowest ? "" : fastest + " to ")
            + slowest
            + " minutes";
  }
}
