package mycelial.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Which swarm a session starts from. Sessions do not save theirs, so there is only the empty one.
 */
final class SwarmChoice implements ITypeConverter<String> {
  static final String NONE = "none";

  @Override
  public String convert(String text) {
    if (!text.equals(NONE)) {
      throw new TypeConversionException(
          "there is no saved swarm '" + text + "': sessions do not save theirs yet, use none");
    }
    return text;
  }
}
