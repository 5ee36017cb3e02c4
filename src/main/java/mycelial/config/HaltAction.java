package mycelial.config;

/** What happens to open positions of the account when risk control halts it. */
public enum HaltAction {
  /** They stay until their own exits. */
  KEEP,
  /** They are closed at once. */
  FLATTEN
}
