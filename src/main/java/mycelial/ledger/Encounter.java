package mycelial.ledger;

/** What a statement of an idea has met. */
public sealed interface Encounter {
  /**
   * A collision: the other stream says the same.
   *
   * @param partner the statement nearest in time of the idea it agrees with
   */
  record Match(Statement partner) implements Encounter {}

  /**
   * The other stream says the opposite, for the first time of these two ideas.
   *
   * @param partner the statement nearest in time of the idea it contradicts
   */
  record Conflict(Statement partner) implements Encounter {}

  /** Nothing new. */
  record None() implements Encounter {}
}
