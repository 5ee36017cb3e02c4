package mycelial.ledger;

/** Why a ledger did not open a position; judged in this order. */
public enum Refusal {
  /** It holds the pair: a buy adds nothing, a sell has to close it first. */
  ALREADY_LONG,
  /** It is short of the pair: a sell adds nothing, a buy has to close it first. */
  ALREADY_SHORT,
  /** A sell while flat does nothing where only long positions are allowed. */
  SHORT_NOT_ALLOWED,
  /** No average true range above zero: the indicators have not warmed up or nothing has moved. */
  NO_ATR,
  /** Below the exchange's smallest quantity or value of an order. */
  UNDER_MINIMUM,
  /** The free cash does not cover the order's value and fee. */
  NO_CASH
}
