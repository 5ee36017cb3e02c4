package mycelial.config;

/** Whether the account is governed. */
public enum Haven {
  /** Halts, probation and quarantines are in force. */
  ON,
  /** The guardian only watches, and the account trades like the synthesized ledger. */
  OFF
}
