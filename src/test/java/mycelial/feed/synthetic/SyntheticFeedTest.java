package mycelial.feed.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.SortedMap;
import mycelial.market.Bar;
import mycelial.market.Interval;
import mycelial.market.MarketUpdate;
import mycelial.market.Pair;
import mycelial.market.Provenance;
import mycelial.market.Quote;
import org.junit.jupiter.api.Test;

final class SyntheticFeedTest {
  /** Of one day of the sample market with seed 42; it changes only where the generator does. */
  private static final String GOLDEN =
      "8a040d73d3dfa0b9281e1559c4f34932e68507c0a2e98e42e3497fc4d8004690";

  private static String hash(SortedMap<Pair, List<Bar>> bars) throws NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    ByteBuffer buffer = ByteBuffer.allocate(52);
    for (List<Bar> ofPair : bars.values()) {
      for (Bar bar : ofPair) {
        buffer.clear().putLong(bar.start()).putInt(bar.trades());
        buffer.putDouble(bar.open()).putDouble(bar.high()).putDouble(bar.low());
        buffer.putDouble(bar.close()).putDouble(bar.volume());
        digest.update(buffer.flip());
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  @Test
  void isTheSameOnEveryMachine() throws NoSuchAlgorithmException {
    assertThat(hash(Worlds.bars(Worlds.spec(WorldKind.SAMPLE, 42, 1)))).isEqualTo(GOLDEN);
  }

  @Test
  void differsWithTheSeed() throws NoSuchAlgorithmException {
    assertThat(hash(Worlds.bars(Worlds.spec(WorldKind.SAMPLE, 43, 1)))).isNotEqualTo(GOLDEN);
  }

  @Test
  void beginsLikeAShorterMarketOfTheSameSeed() {
    for (WorldKind kind : List.of(WorldKind.SAMPLE, WorldKind.PLANTED)) {
      SortedMap<Pair, List<Bar>> shorter = Worlds.bars(Worlds.spec(kind, 5, 3));
      SortedMap<Pair, List<Bar>> longer = Worlds.bars(Worlds.spec(kind, 5, 4));
      shorter.forEach((pair, bars) ->
          assertThat(Objects.requireNonNull(longer.get(pair)).subList(0, bars.size()))
              .isEqualTo(bars));
    }
  }

  @Test
  void tellsABarAtItsEndAndItsOpenAtItsStart() {
    WorldSpec spec = Worlds.spec(WorldKind.NOISE, 1, 1);
    SyntheticFeed feed = new SyntheticFeed(spec);
    assertThat(feed.nextTime()).hasValue(feed.firstTime());
    List<MarketUpdate> before = feed.next();
    assertThat(before).extracting(MarketUpdate::closed).containsOnlyNulls();
    for (long time = feed.firstTime() + 60; time <= feed.lastTime(); time += 60) {
      assertThat(feed.nextTime()).hasValue(time);
      List<MarketUpdate> now = feed.next();
      assertThat(now).extracting(MarketUpdate::pair).isEqualTo(feed.pairs());
      Bar closed = Objects.requireNonNull(now.getFirst().closed());
      Quote opened = Objects.requireNonNull(before.getFirst().quote());
      assertThat(closed.end()).isEqualTo(time);
      assertThat(opened).isEqualTo(new Quote(closed.start(), closed.open()));
      before = now;
    }
    assertThat(before).extracting(MarketUpdate::quote).containsOnlyNulls();
    assertThat(feed.nextTime()).isEmpty();
    assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(feed::next);
  }

  @Test
  void hasEveryBarOfEveryPairOnTheTickOfThePair() {
    SortedMap<Pair, List<Bar>> bars = Worlds.bars(Worlds.spec(WorldKind.SAMPLE, 3, 1));
    assertThat(bars).hasSize(18);
    for (var spec : Worlds.PAIRS) {
      List<Bar> ofPair = Objects.requireNonNull(bars.get(spec.pair()));
      assertThat(ofPair).hasSize(1_440);
      for (Bar bar : ofPair) {
        assertThat(bar.close()).isEqualTo(Decimal.round(bar.close(), spec.priceDecimals()));
        assertThat(bar.volume()).isPositive();
        assertThat(bar.trades()).isPositive();
      }
    }
  }

  @Test
  void addsLongerBarsUpFromTheirMinutes() {
    WorldSpec minutes = Worlds.spec(WorldKind.NOISE, 9, 1);
    WorldSpec hours = WorldSpec.of(WorldKind.NOISE, 9, Worlds.PAIRS, 1, Interval.HOUR);
    List<Bar> fine = Objects.requireNonNull(Worlds.bars(minutes).get(new Pair("ADAUSD")));
    List<Bar> coarse = Objects.requireNonNull(Worlds.bars(hours).get(new Pair("ADAUSD")));
    assertThat(coarse).hasSize(24);
    Bar third = coarse.get(2);
    List<Bar> parts = fine.subList(120, 180);
    assertThat(third.open()).isEqualTo(parts.getFirst().open());
    assertThat(third.close()).isEqualTo(parts.getLast().close());
    assertThat(third.high()).isEqualTo(parts.stream().mapToDouble(Bar::high).max().orElseThrow());
    assertThat(third.low()).isEqualTo(parts.stream().mapToDouble(Bar::low).min().orElseThrow());
    assertThat(third.trades()).isEqualTo(parts.stream().mapToInt(Bar::trades).sum());
  }

  @Test
  void saysThatItIsSyntheticAndWhatIsPlanted() {
    SyntheticFeed feed = new SyntheticFeed(Worlds.spec(WorldKind.SAMPLE, 42, 1));
    assertThat(feed.provenance()).isEqualTo(Provenance.SYNTHETIC);
    assertThat(feed.description()).hasSize(7);
    assertThat(feed.description().getFirst())
        .startsWith("SYNTHETIC market (world sample, seed 42): 6 planted effects");
    assertThat(feed.description().get(1))
        .isEqualTo(
            "effect 1 (dip): SOLUSD BUY after a move of -2.00 % to -3.00 % in 6 to 10 minutes;"
                + " drift +4.40 % over 30 minutes, 10 to 16 episodes a day");
  }

  @Test
  void plantsNothingInNoise() {
    SyntheticFeed feed = new SyntheticFeed(Worlds.spec(WorldKind.NOISE, 42, 2));
    assertThat(feed.effects()).isEmpty();
    assertThat(feed.episodes()).isEmpty();
    assertThat(feed.description()).hasSize(1);
  }
}
