package mycelial.market;

/** The five fields of knowledge that learners specialise in. */
public enum Moat {
  FINANCE("Finance", "market-data"),
  CODE("Code", "repo-data"),
  LOGISTICS("Logistics", "logistics-data"),
  GOVERNMENT("Government", "govt-data"),
  CORPORATIONS("Corporations", "corp-data");

  private final String label;
  private final String channels;

  Moat(String label, String channels) {
    this.label = label;
    this.channels = channels;
  }

  /** The name shown to users and stored in databases. */
  public String label() {
    return label;
  }

  /**
   * What the names of its channels begin with, before the colon, on the bus and in signal files.
   */
  public String channels() {
    return channels;
  }
}
