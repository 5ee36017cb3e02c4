package mycelial.colony;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Supplier;
import mycelial.colony.ColonyKit.Outcome;
import mycelial.feed.MarketFeed;
import mycelial.ledger.ClosedTrade;
import mycelial.ledger.CollisionRecord;
import mycelial.ledger.IdeaRecord;
import mycelial.market.Bar;
import mycelial.market.MarketUpdate;
import mycelial.market.Quote;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What happens before an instant does not depend on what comes after it. */
final class TruncationTest {
  @ParameterizedTest
  @CsvSource({
    "a_binance_1m_2021-05_top, 2021-05-12T19:00:00Z, 2021-05-13T00:00:00Z, 2021-05-13T05:00:00Z, 3",
    "d_binance_5m_2023-08_sideways, 2023-08-22T00:00:00Z, 2023-08-24T00:00:00Z,"
        + " 2023-08-26T00:00:00Z, 24",
    "g_binance_60m_2020-12_2021-07_bull, 2021-04-22T00:00:00Z, 2021-05-13T00:00:00Z,"
        + " 2021-06-03T00:00:00Z, 240"
  })
  void recordedCandlesCutAtTheHalfGiveTheFirstHalfOfWhatHappens(
      String set, String from, String half, String to, int warmUpHours) {
    long cut = Tape.at(half);
    Outcome whole =
        eager(() -> Tape.recorded(set, Tape.at(from), Tape.at(to)), warmUpHours)
            .run()
            .requireTraded();
    Outcome part = eager(() -> Tape.recorded(set, Tape.at(from), cut), warmUpHours).run();

    assertSameBefore(cut, whole, part);
  }

  /** A single learner's word is enough: on so few candles hardly three agree. */
  private static ColonyKit eager(Supplier<MarketFeed> feed, int warmUpHours) {
    return ColonyKit.on(feed).warmUpHours(warmUpHours).with("council.quorum", "1");
  }

  @Test
  void aMarketThatTurnsOutOtherwiseChangesNothingThatWentBefore() {
    long cut = Fixtures.MIDNIGHT;
    Tape other = Fixtures.SAMPLE.map((time, update) -> time <= cut ? update : scaled(update));
    Outcome whole = Fixtures.sample().run().requireTraded();
    Outcome changed = ColonyKit.on(other).warmUpHours(3).run();

    assertThat(changed.digest()).isNotEqualTo(whole.digest());
    assertSameBefore(cut, whole, changed);
  }

  private static void assertSameBefore(long cut, Outcome one, Outcome other) {
    List<Object> expected = one.stored().before(cut);
    List<Object> actual = other.stored().before(cut);
    for (Class<?> type : List.of(ClosedTrade.class, IdeaRecord.class, CollisionRecord.class)) {
      assertThat(actual.stream().filter(type::isInstance).count()).as(type.getName()).isPositive();
    }
    for (int i = 0; i < Math.min(expected.size(), actual.size()); i++) {
      assertThat(actual.get(i)).isEqualTo(expected.get(i));
    }
    assertThat(actual.size()).isEqualTo(expected.size());
  }

  private static MarketUpdate scaled(MarketUpdate update) {
    Quote quote = update.quote();
    return new MarketUpdate(
        update.pair(),
        scaled(update.closed()),
        quote == null ? null : new Quote(quote.time(), quote.mid() * 1.1),
        update.gap());
  }

  private static @Nullable Bar scaled(@Nullable Bar bar) {
    return bar == null
        ? null
        : new Bar(
            bar.start(),
            bar.interval(),
            bar.open(),
            bar.high() * 1.2,
            bar.low(),
            bar.close(),
            bar.volume() * 3,
            bar.trades(),
            bar.kind());
  }
}
