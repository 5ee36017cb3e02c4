package mycelial.ledger;

/** What became of an order to open a position. */
public sealed interface OpenResult {
  /**
   * It was filled.
   *
   * @param position what is now held
   */
  record Opened(Position position) implements OpenResult {}

  /**
   * Nothing was done, and it was counted.
   *
   * @param reason why
   */
  record Refused(Refusal reason) implements OpenResult {}
}
