package mycelial.config;

import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** How the operator can be reached, with a mail address in it; empty for none. */
record ContactKind() implements Kind<String> {
  private static final Pattern CONTACT =
      Pattern.compile("[A-Za-z0-9][A-Za-z0-9 .,_+-]*@[A-Za-z0-9.-]+");
  private static final int LONGEST = 100;

  @Override
  public String parse(Node node) throws BadValueException {
    String text = node instanceof ScalarNode scalar ? scalar.getValue().strip() : null;
    if (text == null
        || text.length() > LONGEST
        || (!text.isEmpty() && !CONTACT.matcher(text).matches())) {
      throw new BadValueException(
          node,
          Nodes.shown(node)
              + " is not \"\" or a name with a mail address, like Ann Lee ann@example.org");
    }
    return text;
  }

  @Override
  public String text(String value) {
    return value;
  }
}
