package mycelial.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import mycelial.config.Configuration;
import mycelial.feed.kraken.KrakenSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Which exchange is asked. */
final class ExchangeOption {
  @Option(
      names = "--exchange-url",
      paramLabel = "URL",
      description = "A server that speaks as Kraken does (default: exchange.url).")
  @Nullable String url;

  /**
   * Where it is and how patient one is with it.
   *
   * @throws ParameterException when the address is none
   */
  KrakenSettings settings(Configuration configuration, CommandSpec spec) {
    return LiveMarkets.settings(configuration, url == null ? null : address(url, spec));
  }

  private static URI address(String text, CommandSpec spec) {
    try {
      URI uri = new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
      if (uri.getHost() != null && Set.of("http", "https").contains(uri.getScheme())) {
        return uri;
      }
    } catch (URISyntaxException none) {
      // said below
    }
    throw new ParameterException(
        spec.commandLine(),
        "--exchange-url " + text + ": expected an address such as http://127.0.0.1:8080");
  }
}
