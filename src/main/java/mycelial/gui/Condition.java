package mycelial.gui;

/** How an agent is, as its colour tells it; where several are true the last one counts. */
enum Condition {
  SILENT("silent"),
  LISTENING("took something in"),
  SPEAKING("published"),
  HALTED("halted"),
  QUARANTINED("quarantined"),
  RETIRED("retired");

  private final String words;

  Condition(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }
}
