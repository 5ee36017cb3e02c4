package mycelial.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** The address of a server, http or https without a name and password in it; empty for none. */
final class UrlKind implements Kind<String> {
  @Override
  public String parse(Node node) throws BadValueException {
    String text = node instanceof ScalarNode scalar ? scalar.getValue() : null;
    if (text == null || (!text.isEmpty() && !isAddress(text))) {
      throw new BadValueException(
          node, Nodes.shown(node) + " is not \"\" or an address like http://127.0.0.1:8000");
    }
    return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }

  private static boolean isAddress(String text) {
    try {
      URI address = new URI(text);
      return List.of("http", "https").contains(String.valueOf(address.getScheme()))
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
