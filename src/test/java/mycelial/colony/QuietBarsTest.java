package mycelial.colony;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import mycelial.colony.ColonyKit.Outcome;
import mycelial.config.Configuration;
import mycelial.feed.MarketFeed;
import mycelial.feed.replay.CandleFolder;
import mycelial.feed.replay.CandleFolder.Selection;
import mycelial.ledger.Position;
import mycelial.market.Bar;
import mycelial.market.MarketUpdate;
import mycelial.market.Pair;
import mycelial.message.Envelope;
import mycelial.message.MarketData;
import mycelial.message.PatternCandidate;
import mycelial.message.TradeIdea;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bar that nobody traded is never decided on, and no order fills at a price of long ago. */
final class QuietBarsTest {
  private static final int STALE_SECONDS = 90;
  private static final Pair SOLANA = new Pair("SOLUSD");
  private static final Pair CARDANO = new Pair("ADAUSD");
  private static final long BEGIN = Fixtures.MIDNIGHT - 3600;
  private static final long QUIET_END = BEGIN + 30 * 60;
  private static final long GAP_END = BEGIN + 3 * 3600;

  private record Statement(Pair pair, long barEnd) {}

  private final List<Statement> statements = new ArrayList<>();
  private final Map<Pair, TreeSet<Long>> quietEnds = new TreeMap<>();

  private Outcome run(Supplier<MarketFeed> feed) {
    TamperedBus bus =
        new TamperedBus(delivered -> {
          delivered.forEach(this::note);
          return delivered;
        });
    return ColonyKit.on(feed)
        .with("council.quorum", "1")
        .warmUpHours(3)
        .bus((channels, onMail) -> bus)
        .run();
  }

  private void note(Envelope envelope) {
    switch (envelope.body()) {
      case TradeIdea idea -> statements.add(new Statement(idea.pair(), idea.barEnd()));
      case PatternCandidate vote -> statements.add(new Statement(vote.pair(), vote.barEnd()));
      case MarketData data when data.bar() != null && data.bar().isQuiet() ->
          quietEnds.computeIfAbsent(data.pair(), pair -> new TreeSet<>()).add(data.bar().end());
      default -> {
        // What is not decided on a bar is not looked at.
      }
    }
  }

  private void assertNothingDecidedOnQuietBars(Outcome outcome) {
    assertThat(statements).isNotEmpty();
    for (Statement statement : statements) {
      assertThat(quietEnds.getOrDefault(statement.pair(), new TreeSet<>()))
          .doesNotContain(statement.barEnd());
    }
    for (Position position : outcome.stored().opened()) {
      double age = position.entry().time() - position.entry().quoteTime();
      assertThat(age).isLessThanOrEqualTo(STALE_SECONDS);
    }
  }

  /** The sample, with one pair silent for half an hour and another for three hours. */
  private static Tape silenced() {
    Map<Pair, Bar> last = new TreeMap<>();
    return Fixtures.SAMPLE.map((time, update) -> {
      Pair pair = update.pair();
      Bar bar = update.closed();
      long end = pair.equals(SOLANA) ? QUIET_END : pair.equals(CARDANO) ? GAP_END : BEGIN;
      if (bar != null && (bar.start() < BEGIN || bar.start() >= end)) {
        last.put(pair, bar);
      }
      boolean barMissing = bar != null && bar.start() >= BEGIN && bar.start() < end;
      boolean quoteMissing = time >= BEGIN && time < end;
      return new MarketUpdate(
          pair,
          barMissing ? quiet(Objects.requireNonNull(bar), last.get(pair)) : bar,
          quoteMissing ? null : update.quote(),
          bar != null && pair.equals(CARDANO) && bar.start() == GAP_END);
    });
  }

  private static @Nullable Bar quiet(Bar bar, @Nullable Bar last) {
    return last == null || bar.end() - last.end() > 3600
        ? null
        : Bar.quiet(bar.start(), bar.interval(), last.close());
  }

  @Test
  void nothingIsDecidedOnAndNothingBoughtInASilence() {
    Tape silenced = silenced();
    Outcome outcome = run(silenced::feed).requireTraded();

    assertNothingDecidedOnQuietBars(outcome);
    assertThat(quietEnds.get(SOLANA)).hasSize(30);
    assertThat(quietEnds.get(CARDANO)).hasSize(60);
    assertThat(statements).contains(new Statement(SOLANA, QUIET_END + 60));
    assertThat(statements)
        .anySatisfy(statement -> {
          assertThat(statement.pair()).isEqualTo(CARDANO);
          assertThat(statement.barEnd()).isGreaterThan(GAP_END);
        });
    for (Position position : outcome.stored().opened()) {
      double time = position.entry().time();
      Pair pair = position.order().pair();
      assertThat(pair.equals(SOLANA) && time > BEGIN + STALE_SECONDS && time < QUIET_END).isFalse();
      assertThat(pair.equals(CARDANO) && time > BEGIN + STALE_SECONDS && time < GAP_END).isFalse();
    }
  }

  @Test
  void nothingIsDecidedOnTheQuietMinutesOfATradeTape(@TempDir Path folder) throws IOException {
    Path tape = Tape.folder("l_kraken_trades_2023-11").resolve("XBTUSDT_1.csv");
    Files.copy(tape, folder.resolve("XBTUSD_1.csv"));
    Configuration configuration = Configuration.defaults();
    Outcome outcome = run(() -> CandleFolder.open(folder, Selection.ALL, configuration.names()));

    assertNothingDecidedOnQuietBars(outcome.requireTraded());
    assertThat(quietEnds.get(new Pair("XXBTZUSD"))).hasSizeGreaterThan(2000);
  }
}
