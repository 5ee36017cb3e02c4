package mycelial.config;

/** When a risk halt ends. */
public enum HaltRelease {
  /** At the next UTC midnight. */
  MIDNIGHT,
  /** Only by an operator's RESUME. */
  LATCH
}
