package mycelial.learning;

/** A population in one line that differs whenever a bit of what matters does; for digests. */
final class StateLine {
  private StateLine() {}

  /** Its counts, then its rules with their outcomes, means and licences. */
  static String of(Population population) {
    StringBuilder line = new StringBuilder();
    line.append(population.discovered()).append(' ').append(population.retired());
    for (LivingRule rule : population.rules()) {
      append(line, rule);
    }
    return line.toString();
  }

  private static void append(StringBuilder line, LivingRule rule) {
    line.append(' ')
        .append(rule.rule.id())
        .append(':')
        .append(rule.evidence.outcomes())
        .append(':')
        .append(bits(rule.evidence.mean()));
    if (rule.licence.isRenewal()) {
      line.append(':')
          .append(rule.licence.id())
          .append(':')
          .append(rule.licence.licences())
          .append(':')
          .append(bits(rule.licence.factor()));
    }
  }

  private static String bits(double value) {
    return Long.toHexString(Double.doubleToLongBits(value));
  }
}
