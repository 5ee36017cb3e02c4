package mycelial.agent.trader;

import mycelial.ledger.Refusal;

/** What a ledger did with an idea, or why it did nothing. Counted for every ledger and shown. */
public enum Fate {
  /** A position was opened. */
  OPENED("a position was opened"),
  /** A position in the other direction was closed. */
  CLOSED_OPPOSITE("it closed a position in the other direction"),
  /** Already long: a second buy adds nothing. */
  ALREADY_LONG("the ledger was long already"),
  /** Already short: a second sell adds nothing. */
  ALREADY_SHORT("the ledger was short already"),
  /** A sell while flat, and shorts are not configured. */
  SHORT_NOT_ALLOWED("a sell while flat, and short positions are not configured"),
  /** The order would have been smaller than the exchange takes. */
  UNDER_MINIMUM("the order was under the exchange's minimum"),
  /** Not enough cash. */
  NO_CASH("not enough cash"),
  /** No ATR yet, so no stop could be set. */
  NO_ATR("the indicators had not warmed up"),
  /** The newest quote is older than the limit, or there is none. */
  STALE_QUOTE("the newest quote was too old"),
  /** Entries were barred for every ledger. */
  BARRED("the exchange, its feed or this machine was not in order"),
  /** The colony was still warming up on the past. */
  WARM_UP("the colony was still warming up"),
  /** A halt was in force; the account only. */
  HALTED("a halt was in force"),
  /** The account has lost too much in the pair; the account only. */
  HIBERNATED("the pair hibernated after its losses"),
  /** Compliance forbade it; the account only. */
  RESTRICTED("compliance forbade it: a restricted pair, or too many orders within an hour"),
  /** The evidence is weaker than the configuration asks for. */
  EVIDENCE("the evidence was weaker than configured");

  private final String words;

  Fate(String words) {
    this.words = words;
  }

  /** For people. */
  public String words() {
    return words;
  }

  static Fate of(Refusal refusal) {
    return switch (refusal) {
      case ALREADY_LONG -> ALREADY_LONG;
      case ALREADY_SHORT -> ALREADY_SHORT;
      case SHORT_NOT_ALLOWED -> SHORT_NOT_ALLOWED;
      case UNDER_MINIMUM -> UNDER_MINIMUM;
      case NO_CASH -> NO_CASH;
      case NO_ATR -> NO_ATR;
    };
  }
}
