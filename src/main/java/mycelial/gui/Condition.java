package mycelial.gui;

/** How an agent is, as its colour and shape tell it; where several are true the last one counts. */
enum Condition {
  SILENT("silent for a while"),
  WORKING("at work, takes no side"),
  BULLISH("bullish"),
  BEARISH("bearish"),
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
