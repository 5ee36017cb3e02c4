package mycelial.market;

/** The five fields of knowledge that learners specialise in. */
public enum Moat {
  FINANCE("Finance"),
  CODE("Code"),
  LOGISTICS("Logistics"),
  GOVERNMENT("Government"),
  CORPORATIONS("Corporations");

  private final String label;

  Moat(String label) {
    this.label = label;
  }

  /** The name shown to users and stored in databases. */
  public String label() {
    return label;
  }
}
