package mycelial.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * The address of a server, without a name and password in it.
 *
 * @param schemes what it may begin with
 * @param isOptional whether empty means none
 */
record UrlKind(List<String> schemes, boolean isOptional) implements Kind<String> {
  @Override
  public String parse(Node node) throws BadValueException {
    String text = node instanceof ScalarNode scalar ? scalar.getValue() : null;
    boolean isNone = isOptional && text != null && text.isEmpty();
    if (text == null || !(isNone || isAddress(text))) {
      String address = "an address like " + schemes.getFirst() + "://127.0.0.1:8000";
      throw new BadValueException(
          node, Nodes.shown(node) + " is not " + (isOptional ? "\"\" or " : "") + address);
    }
    return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }

  private boolean isAddress(String text) {
    try {
      URI address = new URI(text);
      return schemes.contains(String.valueOf(address.getScheme()))
          && address.getHost() != null
          && address.getRawUserInfo() == null
          && address.getRawQuery() == null
          && address.getRawFragment() == null;
    } catch (URISyntaxException malformed) {
      return false;
    }
  }

  @Override
  public String text(String value) {
    return value;
  }
}
