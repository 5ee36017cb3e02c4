package mycelial.feed.synthetic;

import java.util.Locale;

/**
 * Gross drift of planted effects in round-trip costs of their pairs; each effect draws its own
 * uniformly from the range.
 *
 * @param least the weakest effect's
 * @param most the strongest effect's
 */
public record CostMultiple(double least, double most) {
  private static final double LARGEST = 20;

  /**
   * @throws IllegalArgumentException when the bounds are not in order or not from 0 to 20
   */
  public CostMultiple {
    if (!(least >= 0 && least <= most && most <= LARGEST)) {
      throw new IllegalArgumentException(
          "cost multiple " + text(least, most) + " is not from 0 to 20, in ascending order");
    }
  }

  /** The same for every effect. */
  public static CostMultiple exactly(double multiple) {
    return new CostMultiple(multiple, multiple);
  }

  /**
   * A number, or two with two dots between: {@code 1.5..2.5}.
   *
   * @throws IllegalArgumentException for any other text
   */
  public static CostMultiple parse(String text) {
    int dots = text.indexOf("..");
    try {
      return dots < 0
          ? exactly(Double.parseDouble(text))
          : new CostMultiple(
              Double.parseDouble(text.substring(0, dots)),
              Double.parseDouble(text.substring(dots + 2)));
    } catch (NumberFormatException bad) {
      throw new IllegalArgumentException(
          "'" + text + "' is not a cost multiple such as 4 or 1.5..2.5", bad);
    }
  }

  /** One effect's multiple. */
  double draw(Chance chance) {
    return chance.between(least, most);
  }

  @Override
  public String toString() {
    return text(least, most);
  }

  private static String text(double least, double most) {
    return least == most
        ? String.valueOf(least)
        : String.format(Locale.ROOT, "%s..%s", least, most);
  }
}
