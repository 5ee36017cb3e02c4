package mycelial.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A figure that there may be no answer to.
 *
 * @param value the figure, finite; null where it is not defined
 * @param why reason for which there is none, else empty
 */
public record Figure(
    @Nullable Double value, @JsonInclude(JsonInclude.Include.NON_EMPTY) String why) {
  /**
   * @throws IllegalArgumentException when the value is no number, or both or none are given
   */
  public Figure {
    if (value != null && !Double.isFinite(value)) {
      throw new IllegalArgumentException("a figure of " + value + " is none");
    }
    if ((value == null) == why.isEmpty()) {
      throw new IllegalArgumentException("a figure has a value or a reason: " + value + ", " + why);
    }
  }

  static Figure of(double value) {
    return new Figure(value, "");
  }

  static Figure none(String why) {
    return new Figure(null, why);
  }
}
