package mycelial.stub;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Something that goes wrong for a time. Immutable.
 *
 * @param kind what
 * @param from since when, seconds since the epoch of the exchange
 * @param until when it is over
 * @param target what it concerns: the beginning of a request's {@code path?query}, of {@code
 *     /v2/ohlc/PAIR}, or a pair's id; {@code *} stands for any text; empty for everything
 * @param rate the share of occasions on which it happens, above 0 to 1
 */
public record StubFault(Kind kind, double from, double until, String target, double rate) {

  /** At what a fault strikes. */
  enum Place {
    /** The answer to a request, whatever is asked. */
    HTTP,
    /** Kraken's own refusal of a request; {@link Kind#words}. */
    KRAKEN,
    /** Candles, of OHLC and of WebSocket. */
    CANDLES,
    /** Every WebSocket connection. */
    SOCKET,
    /** The exchange or a pair as a whole. */
    EXCHANGE
  }

  /** What can go wrong. */
  public enum Kind {
    HTTP_500(Place.HTTP),
    /** An HTML page with status 502. */
    HTML_502(Place.HTTP),
    HTTP_520(Place.HTTP),
    HTTP_429(Place.HTTP),
    HTTP_403(Place.HTTP),
    /** A redirection to itself. */
    REDIRECT_LOOP(Place.HTTP),
    /** An HTML page with status 200, as captive portals give. */
    HTML_200(Place.HTTP),
    EMPTY_200(Place.HTTP),
    /** {@code {}}. */
    EMPTY_OBJECT(Place.HTTP),
    /** A result without anything in it. */
    EMPTY_RESULT(Place.HTTP),
    NULL_RESULT(Place.HTTP),
    /** No answer, while the connection stays. */
    HANG(Place.HTTP),
    /** An answer of which a byte comes now and then. */
    SLOW_LORIS(Place.HTTP),
    /** A connection that ends within the answer. */
    TRUNCATED(Place.HTTP),
    /** An answer that ends within its JSON. */
    CUT_JSON(Place.HTTP),
    /** 80 MB. */
    HUGE_BODY(Place.HTTP),
    RESET(Place.HTTP),
    RATE_LIMIT("EAPI:Rate limit exceeded"),
    TOO_MANY_REQUESTS("EGeneral:Too many requests"),
    LOCKOUT("EGeneral:Temporary lockout"),
    UNAVAILABLE("EService:Unavailable"),
    BUSY("EService:Busy"),
    TIMEOUT("EService:Timeout"),
    DEADLINE("EService:Deadline elapsed"),
    INTERNAL_ERROR("EGeneral:Internal error"),
    MARKET_CANCEL_ONLY("EService:Market in cancel_only mode"),
    MARKET_POST_ONLY("EService:Market in post_only mode"),
    MARKET_LIMIT_ONLY("EService:Market in limit_only mode"),
    UNKNOWN_PAIR("EQuery:Unknown asset pair"),
    INVALID_ARGUMENTS("EGeneral:Invalid arguments"),
    INVALID_KEY("EAPI:Invalid key"),
    INVALID_SIGNATURE("EAPI:Invalid signature"),
    INVALID_NONCE("EAPI:Invalid nonce"),
    PERMISSION_DENIED("EGeneral:Permission denied"),
    /** The result under another pair's key. */
    WRONG_KEY(Place.CANDLES),
    /** A price of -1. */
    NEGATIVE_PRICE(Place.CANDLES),
    HIGH_BELOW_LOW(Place.CANDLES),
    /** The last closed candle twice. */
    DUPLICATE(Place.CANDLES),
    /** The last closed candle a second time with other prices. */
    CONFLICT(Place.CANDLES),
    /** Newest first. */
    REORDERED(Place.CANDLES),
    /** Without the last closed candle. */
    MISSING(Place.CANDLES),
    /** The last closed candle a day later. */
    FUTURE(Place.CANDLES),
    /** The last closed candle seven seconds later. */
    OFF_GRID(Place.CANDLES),
    /** Times in milliseconds; of OHLC only. */
    MILLISECONDS(Place.CANDLES),
    /** A close at twenty times the price. */
    SPIKE(Place.CANDLES),
    /** Nothing but the running candle; of OHLC only. */
    FORMING_ONLY(Place.CANDLES),
    /** Every connection is ended, and ended again. */
    SOCKET_DISCONNECT(Place.SOCKET),
    /** Nothing is said, no heartbeat either. */
    SOCKET_SILENCE(Place.SOCKET),
    /** Texts that are no messages, once a second, between the messages. */
    SOCKET_GARBAGE(Place.SOCKET),
    /** A book's checksum that does not belong to it. */
    WRONG_CHECKSUM(Place.SOCKET),
    /** A market that stands still while requests are answered: the same candle for ever. */
    FROZEN(Place.EXCHANGE),
    /** Connections are refused; those that are open end. */
    OUTAGE(Place.EXCHANGE),
    /** The exchange says so of itself; its market data go on. */
    MAINTENANCE(Place.EXCHANGE),
    CANCEL_ONLY(Place.EXCHANGE),
    POST_ONLY(Place.EXCHANGE),
    LIMIT_ONLY(Place.EXCHANGE),
    /** A pair is not known any more. */
    DELISTED(Place.EXCHANGE);

    private final Place place;
    private final String words;

    Kind(Place place) {
      this.place = place;
      this.words = "";
    }

    Kind(String words) {
      this.place = Place.KRAKEN;
      this.words = words;
    }

    Place place() {
      return place;
    }

    /** Kraken's own words; empty for anything but its refusals. */
    public String words() {
      return words;
    }

    /** The name in a plan: lower case, with hyphens. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * @throws IllegalArgumentException when it never happens
   */
  public StubFault {
    if (!(until > from)) {
      throw new IllegalArgumentException(kind.label() + ": it is over before it begins");
    }
    if (!(rate > 0 && rate <= 1)) {
      throw new IllegalArgumentException(kind.label() + ": rate " + rate + " is not above 0 to 1");
    }
  }

  boolean isOn(double time) {
    return time >= from && time < until;
  }

  /** Whether it concerns something of that name. */
  boolean concerns(String name) {
    if (target.isEmpty() || name.startsWith(target)) {
      return true;
    }
    return target.indexOf('*') >= 0 && Pattern.compile(pattern()).matcher(name).matches();
  }

  private String pattern() {
    StringBuilder pattern = new StringBuilder();
    for (String part : target.split("\\*", -1)) {
      pattern.append(pattern.isEmpty() ? "" : ".*").append(Pattern.quote(part));
    }
    return pattern.append(".*").toString();
  }
}
