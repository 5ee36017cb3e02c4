package mycelial.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import mycelial.market.Bar;
import mycelial.market.EvidenceGrade;
import mycelial.market.Feature;
import mycelial.market.FeatureVector;
import mycelial.market.Interval;
import mycelial.market.Pair;
import mycelial.market.PairSpec;
import mycelial.market.Quote;
import mycelial.market.Side;
import mycelial.market.SignalSource;
import mycelial.market.StrategyType;
import org.jspecify.annotations.Nullable;

/** A random market with random ideas, played to ledgers and their references side by side. */
final class RandomSession {
  private static final List<SignalSource> STREAMS =
      List.of(SignalSource.BASELINE, SignalSource.MYCELIAL, SignalSource.SYNTHESIZED);

  private final SplittableRandom random;
  private final Interval interval;
  private final LedgerSettings settings;
  private final Map<Pair, PairSpec> specs = Samples.specs();
  private final Map<Pair, Double> prices = new TreeMap<>();
  private final Map<Pair, Quote> quotes = new TreeMap<>();
  private final List<Books> books = new ArrayList<>();
  private final Set<String> seen = new TreeSet<>();

  RandomSession(long seed, Interval interval) {
    random = new SplittableRandom(seed);
    this.interval = interval;
    String size = List.of("0.05", "0.4", "0.0001", "0.9").get(random.nextInt(4));
    settings = Samples.settings(random.nextBoolean(), size, interval);
    prices.put(Samples.BTC, 50_000.0);
    prices.put(Samples.ADA, 1.0);
    prices.put(Samples.DOGE, 0.1);
    for (SignalSource stream : STREAMS) {
      books.add(
          new Books(
              new Ledger(stream, "s", settings, specs), new ReferenceLedger(settings, specs)));
    }
  }

  Set<String> seen() {
    return seen;
  }

  void run(int steps) {
    for (int step = 0; step < steps; step++) {
      long start = Samples.START + (long) step * interval.seconds();
      double end = (double) start + interval.seconds();
      specs.keySet().forEach(pair -> close(pair, start));
      specs.keySet().forEach(pair -> quote(pair, end));
      compare();
      specs.keySet().forEach(pair -> ideas(pair, end));
      compare();
      if (random.nextInt(3) == 0) {
        specs.keySet().forEach(pair -> quote(pair, end + interval.seconds() / 2.0));
      }
    }
  }

  private void close(Pair pair, long start) {
    double open = prices.getOrDefault(pair, 0.0);
    Bar bar = random.nextInt(10) == 0 ? Bar.quiet(start, interval, open) : walk(start, open);
    prices.put(pair, bar.close());
    for (Books each : books) {
      same(each.ledger.onBar(pair, bar), each.reference.onBar(pair, bar));
    }
  }

  private Bar walk(long start, double open) {
    double first = open * (random.nextInt(10) == 0 ? 1 + gaussian() * 0.02 : 1);
    double close = first * (1 + gaussian() * 0.005);
    double high = Math.max(first, close) * (1 + Math.abs(gaussian()) * 0.003);
    double low = Math.min(first, close) * (1 - Math.abs(gaussian()) * 0.003);
    return new Bar(start, interval, first, high, low, close, 1, 1, Bar.Kind.TRADED);
  }

  private double gaussian() {
    return random.nextGaussian();
  }

  private void quote(Pair pair, double time) {
    if (random.nextInt(5) == 0 && quotes.containsKey(pair)) {
      return;
    }
    double price = prices.getOrDefault(pair, 0.0) * (1 + gaussian() * 0.001);
    prices.put(pair, price);
    Quote quote = new Quote(time, price);
    quotes.put(pair, quote);
    for (Books each : books) {
      same(each.ledger.onQuote(pair, quote), each.reference.onQuote(pair, quote));
    }
  }

  private void ideas(Pair pair, double time) {
    Side baseline = idea();
    Side mycelial = idea();
    double now = time + random.nextInt(192) / 64.0;
    trade(books.get(0), pair, baseline, now);
    trade(books.get(1), pair, mycelial, now);
    trade(books.get(2), pair, baseline == mycelial ? baseline : null, now);
  }

  private @Nullable Side idea() {
    int draw = random.nextInt(6);
    return draw == 0 ? Side.BUY : draw == 1 ? Side.SELL : null;
  }

  private void trade(Books each, Pair pair, @Nullable Side side, double now) {
    Quote quote = quotes.get(pair);
    if (side == null || quote == null) {
      return;
    }
    Optional<Position> held = each.ledger.position(pair);
    if (held.isPresent() && held.get().order().side() != side && random.nextInt(4) > 0) {
      same(
          each.ledger.close(pair, quote, now, ExitReason.OPPOSITE_IDEA),
          each.reference.close(pair, quote, now));
    }
    Order order = order(pair, side, quote.mid());
    String outcome =
        switch (each.ledger.open(order, quote, now, BigDecimal.ONE)) {
          case OpenResult.Opened opened -> "OPENED";
          case OpenResult.Refused refused -> refused.reason().name();
        };
    assertThat(outcome).isEqualTo(each.reference.open(order, quote, now));
    seen.add(outcome);
  }

  private Order order(Pair pair, Side side, double price) {
    FeatureVector.Builder features = new FeatureVector.Builder();
    if (random.nextInt(20) > 0) {
      features.set(Feature.ATR, price * (0.0005 + random.nextDouble() * 0.01));
    }
    StrategyType type = StrategyType.values()[random.nextInt(4)];
    return new Order(
        pair,
        side,
        type,
        1 + random.nextInt(90),
        "agent",
        null,
        "idea",
        EvidenceGrade.EXPLORATORY,
        50,
        0,
        false,
        new EntrySnapshot(Samples.START, features.build(), 1));
  }

  private void same(Optional<ClosedTrade> trade, @Nullable ExitReason expected) {
    assertThat(trade.map(ClosedTrade::reason)).isEqualTo(Optional.ofNullable(expected));
    trade.ifPresent(closed -> seen.add(closed.reason().name()));
  }

  private void compare() {
    for (Books each : books) {
      Ledger ledger = each.ledger;
      ReferenceLedger reference = each.reference;
      ledger.markToMarket();
      reference.observe();
      ledger.checkInvariant();
      assertThat(ledger.cash()).isEqualByComparingTo(reference.cash());
      assertThat(ledger.equity()).isEqualByComparingTo(reference.equity());
      assertThat(ledger.realisedPnl()).isEqualByComparingTo(reference.realised());
      assertThat(ledger.feesPaid()).isEqualByComparingTo(reference.fees());
      assertThat(ledger.maxDrawdownPercent()).isEqualByComparingTo(reference.drawdownPercent());
      assertThat((long) ledger.trades()).isEqualTo(reference.closed());
      assertThat((long) ledger.wins()).isEqualTo(reference.wins());
      assertThat(settings.capital().add(ledger.realisedPnl()).add(ledger.unrealisedPnl()))
          .isEqualByComparingTo(ledger.equity());
    }
  }

  private record Books(Ledger ledger, ReferenceLedger reference) {}
}
