package mycelial.feed.kraken;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import mycelial.feed.kraken.KrakenException.Kind;

/**
 * What Kraken's error texts mean, by their beginnings: the documented texts carry additions, and
 * whoever compares whole texts misses them.
 */
final class KrakenErrors {
  /** Beginning of a text, lower case, and its class; the longest beginning that fits counts. */
  private static final Map<String, Kind> BEGINNINGS = new TreeMap<>();

  static {
    BEGINNINGS.put("eapi:rate limit", Kind.THROTTLED);
    BEGINNINGS.put("eorder:rate limit", Kind.THROTTLED);
    BEGINNINGS.put("egeneral:too many requests", Kind.THROTTLED);
    BEGINNINGS.put("eservice:throttled", Kind.THROTTLED);
    BEGINNINGS.put("egeneral:temporary lockout", Kind.LOCKED_OUT);
    BEGINNINGS.put("eservice:market in", Kind.MARKET_MODE);
    BEGINNINGS.put("eorder:market in", Kind.MARKET_MODE);
    BEGINNINGS.put("eservice:", Kind.SERVICE);
    BEGINNINGS.put("egeneral:internal error", Kind.SERVICE);
    BEGINNINGS.put("eapi:", Kind.AUTH);
    BEGINNINGS.put("eauth:", Kind.AUTH);
    BEGINNINGS.put("eaccount:", Kind.AUTH);
    BEGINNINGS.put("egeneral:permission denied", Kind.AUTH);
    BEGINNINGS.put("equery:", Kind.REQUEST);
    BEGINNINGS.put("egeneral:", Kind.REQUEST);
    BEGINNINGS.put("eorder:", Kind.REQUEST);
    BEGINNINGS.put("etrade:", Kind.REQUEST);
    BEGINNINGS.put("efunding:", Kind.REQUEST);
  }

  private KrakenErrors() {}

  /** The class of a text; an unknown one is taken for trouble of the exchange, and retried. */
  static Kind kind(String text) {
    String lower = text.strip().toLowerCase(Locale.ROOT);
    Kind found = Kind.SERVICE;
    int longest = 0;
    for (Map.Entry<String, Kind> entry : BEGINNINGS.entrySet()) {
      if (lower.startsWith(entry.getKey()) && entry.getKey().length() > longest) {
        found = entry.getValue();
        longest = entry.getKey().length();
      }
    }
    return found;
  }

  /** What Kraken said and what can be done. */
  static KrakenException of(String what, String text) {
    Kind kind = kind(text);
    String shown = shown(text);
    return new KrakenException(kind, what + ": Kraken answers '" + shown + "'" + remedy(kind));
  }

  private static String remedy(Kind kind) {
    return switch (kind) {
      case THROTTLED -> "; it is asked less often for a while";
      case LOCKED_OUT -> "; nothing is asked for 15 minutes";
      case MARKET_MODE -> "; no position is opened until that is over";
      case AUTH -> "; check KRAKEN_API_KEY, KRAKEN_API_SECRET and the key's permissions";
      case REQUEST -> "; it is not asked again";
      default -> "; it is asked again later";
    };
  }

  /** A foreign text made fit for one line of a log: no control characters, at most 200 long. */
  static String shown(String text) {
    String clean = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    return clean.length() <= 200 ? clean : clean.substring(0, 200) + " ...";
  }
}
