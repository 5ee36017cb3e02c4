package mycelial.config;

import java.util.List;

/**
 * The configuration cannot be used; carries every problem found, one sentence each, with its place.
 */
public final class ConfigurationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final List<String> problems;

  /** The message is the problems, one a line. */
  public ConfigurationException(List<String> problems) {
    super(String.join("\n", problems));
    this.problems = List.copyOf(problems);
  }

  /** Every problem, in the order of their places. */
  public List<String> problems() {
    return problems;
  }
}
