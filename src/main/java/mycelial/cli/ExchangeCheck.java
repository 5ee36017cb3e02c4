package mycelial.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import mycelial.cli.DoctorCommand.Line;
import mycelial.config.Configuration;
import mycelial.config.Secrets;
import mycelial.feed.ScaledClock;
import mycelial.feed.kraken.KrakenAccount;
import mycelial.feed.kraken.KrakenException;
import mycelial.feed.kraken.KrakenExchange;
import mycelial.feed.kraken.KrakenKeys;
import mycelial.feed.kraken.KrakenPair;
import mycelial.feed.kraken.KrakenPairs;
import mycelial.feed.kraken.KrakenSettings;
import mycelial.feed.kraken.KrakenTime;

/** What the doctor asks the exchange. */
final class ExchangeCheck {
  private static final int CALL_SECONDS = 4;
  private static final double LARGE_OFFSET = 5;
  private static final String CLOCK = "clock";
  private static final String MARKET = "kraken";
  private static final String PAIRS = "pairs";
  private static final String KEYS = "keys";

  private final Configuration configuration;
  private final Secrets secrets;
  private final KrakenSettings settings;

  ExchangeCheck(Configuration configuration, Secrets secrets, KrakenSettings settings) {
    this.configuration = configuration;
    this.secrets = secrets;
    this.settings = settings.withDeadline(CALL_SECONDS);
  }

  /** The clock, the exchange's status, its pairs, and whether it takes the keys. */
  List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    try {
      double time = KrakenTime.read(settings, Duration.ofSeconds(CALL_SECONDS));
      lines.add(clock(Instant.now().toEpochMilli() / 1e3 - time));
      ask(new ScaledClock(System::nanoTime, 1, time), lines);
    } catch (KrakenException failure) {
      lines.add(Line.todo(MARKET, failure.getMessage() + "; until then: run --feed sample"));
    }
    for (String subject : List.of(CLOCK, PAIRS, KEYS)) {
      if (lines.stream().noneMatch(line -> line.subject().equals(subject))) {
        lines.add(Line.skipped(subject, "the exchange was not reached"));
      }
    }
    return lines;
  }

  private static Line clock(double offset) {
    String text =
        String.format(
            Locale.ROOT,
            "this machine is %.0f s %s the exchange",
            Math.abs(offset),
            offset < 0 ? "behind" : "ahead of");
    return Math.abs(offset) <= LARGE_OFFSET
        ? Line.fine(CLOCK, text + " (whole seconds)")
        : Line.todo(
            CLOCK,
            text + "; sessions go by the exchange's time, set this one: timedatectl set-ntp true");
  }

  private void ask(ScaledClock clock, List<Line> lines) {
    try (KrakenExchange exchange =
        KrakenExchange.open(settings, clock, Markets.specs(configuration), configuration.names())) {
      lines.add(status(exchange.status()));
      KrakenPairs pairs = exchange.pairs();
      lines.add(pairs(pairs));
      lines.add(keys(clock, pairs));
    }
  }

  private Line status(String status) {
    String text = settings.rest().getAuthority() + " is " + status;
    return status.equals("online")
        ? Line.fine(MARKET, text)
        : Line.todo(MARKET, text + "; nothing is opened until it is online again");
  }

  private Line pairs(KrakenPairs pairs) {
    int all = configuration.pairs().size();
    String text = pairs.listed().size() + " of " + all + " configured pairs";
    String renamed = names(pairs, ExchangeCheck::renamed);
    String closed = names(pairs, ExchangeCheck::closed);
    text += renamed.isEmpty() ? "" : "; under another name: " + renamed;
    text += closed.isEmpty() ? "" : "; not open: " + closed;
    text += pairs.missing().isEmpty() ? "" : "; cannot be had: " + pairs.complaint();
    return pairs.listed().isEmpty()
        ? Line.todo(PAIRS, text + "; choose others, see pairs in config/agent_config.yaml")
        : Line.fine(PAIRS, text);
  }

  private interface Saying {
    Optional<String> of(KrakenPair pair);
  }

  private static String names(KrakenPairs pairs, Saying saying) {
    return pairs.listed().stream()
        .flatMap(pair -> saying.of(pair).stream())
        .collect(Collectors.joining(", "));
  }

  private static Optional<String> renamed(KrakenPair listed) {
    String ours = listed.pair().name();
    return ours.equals(listed.id()) || ours.equals(listed.altname())
        ? Optional.empty()
        : Optional.of(ours + " is " + listed.altname());
  }

  private static Optional<String> closed(KrakenPair listed) {
    return listed.isOnline()
        ? Optional.empty()
        : Optional.of(listed.pair() + " (" + listed.status() + ")");
  }

  private Line keys(ScaledClock clock, KrakenPairs pairs) {
    Optional<String> key = secrets.krakenApiKey();
    Optional<String> secret = secrets.krakenApiSecret();
    if (key.isEmpty() || secret.isEmpty()) {
      return Line.skipped(
          KEYS, "no KRAKEN_API_KEY is set; none is needed, fees come from the public table");
    }
    try {
      KrakenAccount account =
          KrakenAccount.read(
              settings, clock, new KrakenKeys(key.get(), secret.get()), pairs.listed());
      return Line.fine(
          KEYS, "accepted; traded in 30 days: " + account.volume().toPlainString() + " USD");
    } catch (KrakenException failure) {
      return Line.todo(
          KEYS,
          failure.getMessage()
              + "; check KRAKEN_API_KEY and KRAKEN_API_SECRET, or take them out: none is needed");
    }
  }
}
