package mycelial.colony;

/** What a session is for. */
public enum SessionKind {
  /** Paper trading: appends to the databases of the data folder. */
  RUN("run"),
  /** History played back: writes to databases of its own. */
  REPLAY("replay"),
  /** Learning from history without trading; has databases of its own. */
  TRAIN("train");

  private final String label;

  SessionKind(String label) {
    this.label = label;
  }

  /** The name in ids and databases. */
  public String label() {
    return label;
  }
}
