package mycelial.feed.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import mycelial.market.Bar;
import mycelial.market.Interval;
import mycelial.market.MoatSignal;
import mycelial.market.Pair;
import mycelial.market.PairSpec;
import mycelial.market.Side;
import org.junit.jupiter.api.Test;

final class DrawnWorldTest {
  @Test
  void drawsSixEffectsOfEveryFamilyOnDifferentPairs() {
    for (long seed = 0; seed < 50; seed++) {
      List<PlantedEffect> effects =
          new SyntheticFeed(Worlds.spec(WorldKind.PLANTED, seed, 1)).effects();
      assertThat(effects).extracting(PlantedEffect::pair).doesNotHaveDuplicates();
      assertThat(effects.subList(0, 4))
          .extracting(PlantedEffect::family)
          .containsExactly("indicator state", "lead-lag", "moat signal", "time of day");
      assertThat(effects.get(5).family()).isIn("product of two signs", "late echo");
      assertThat(effects.stream().filter(effect -> effect.side() == Side.BUY).count())
          .isGreaterThanOrEqualTo(5);
      for (PlantedEffect effect : effects) {
        assertThat(effect.horizonMinutes()).isBetween(5, 30);
        double roundTrip = CostAssumption.STANDARD.roundTrip(specOf(effect.pair()));
        assertThat(StrictMath.abs(effect.driftFraction())).isBetween(3 * roundTrip, 4 * roundTrip);
      }
    }
  }

  private static PairSpec specOf(Pair pair) {
    return Worlds.PAIRS.stream().filter(each -> each.pair().equals(pair)).findFirst().orElseThrow();
  }

  @Test
  void drawsOtherEffectsForOtherSeeds() {
    assertThat(new SyntheticFeed(Worlds.spec(WorldKind.PLANTED, 1, 1)).effects())
        .isNotEqualTo(new SyntheticFeed(Worlds.spec(WorldKind.PLANTED, 2, 1)).effects());
  }

  @Test
  void pricesDriftAsTheTruthSays() {
    for (long seed : new long[] {1, 2, 3}) {
      WorldSpec spec = Worlds.spec(WorldKind.PLANTED, seed, 4);
      SortedMap<Pair, List<Bar>> market = Worlds.bars(spec);
      SyntheticFeed feed = new SyntheticFeed(spec);
      for (PlantedEffect effect : feed.effects()) {
        double mean =
            feed.episodes().stream()
                .filter(each -> each.effect() == effect.effect())
                .mapToDouble(each ->
                    Worlds.driftReturn(Objects.requireNonNull(market.get(each.pair())), each))
                .average()
                .orElseThrow();
        double planted = effect.driftFraction();
        assertThat(mean).isCloseTo(planted, within(StrictMath.abs(0.25 * planted)));
      }
    }
  }

  @Test
  void announcesMoatEffectsInTheSeries() {
    WorldSpec spec = Worlds.spec(WorldKind.PLANTED, 4, 2);
    SyntheticFeed feed = new SyntheticFeed(spec);
    List<Long> jumps = new ArrayList<>();
    List<MoatSignal> signals = new ArrayList<>();
    new MoatSeries(spec).forEachRemaining(signals::add);
    for (Effect effect : new World(spec).effects()) {
      if (effect.sign() instanceof Sign.Signal sign) {
        feed.episodes().stream()
            .filter(each -> each.effect() == effect.number())
            .forEach(each -> {
              jumps.add(each.precursorStart());
              assertThat(signals)
                  .anyMatch(signal ->
                      signal.seenTime() == each.precursorStart()
                          && signal.target().channel().equals(sign.channel()));
            });
      }
    }
    assertThat(jumps).hasSizeGreaterThanOrEqualTo(16);
  }

  @Test
  void neverLetsEpisodesOverlap() {
    for (WorldKind kind : WorldKind.values()) {
      for (Interval interval : Interval.values()) {
        for (long seed = 0; seed < 8; seed++) {
          requireApart(WorldSpec.of(kind, seed, Worlds.PAIRS, 3, interval));
        }
      }
    }
  }

  private static void requireApart(WorldSpec spec) {
    World world = new World(spec);
    for (Effect effect : world.effects()) {
      List<Event> last = new ArrayList<>();
      for (int day = 0; day < spec.days(); day++) {
        for (Event event : world.events(day)) {
          if (event.effect().number() != effect.number()) {
            continue;
          }
          assertThat(event.start()).isNotNegative();
          assertThat(event.driftEnd()).isLessThanOrEqualTo(Timetable.DAY_MINUTES);
          assertThat(event.driftStart()).isGreaterThan(event.complete());
          assertThat(event.complete() % StrictMath.min(15, spec.interval().minutes())).isZero();
          if (!last.isEmpty()) {
            assertThat(event.start()).isGreaterThanOrEqualTo(last.getFirst().driftEnd());
          }
          last = List.of(event);
        }
        last = List.of();
      }
    }
  }

  @Test
  void restsFortyMinutesBetweenEpisodesOfAPair() {
    SyntheticFeed feed = new SyntheticFeed(Worlds.spec(WorldKind.SAMPLE, 8, 5));
    for (PlantedEffect effect : feed.effects()) {
      long end = 0;
      for (Episode episode : feed.episodes()) {
        if (episode.effect() == effect.effect()) {
          assertThat(episode.precursorStart() - end).isGreaterThanOrEqualTo(2_400);
          end = episode.driftEnd();
        }
      }
    }
  }

  @Test
  void switchesEffectsAtHalfTimeWhenRegimesChange() {
    WorldSpec spec = Worlds.spec(WorldKind.REGIMES, 1, 6);
    SyntheticFeed feed = new SyntheticFeed(spec);
    long half = spec.start() + 3 * 86_400;
    assertThat(feed.episodes().stream().filter(each -> each.effect() <= 3))
        .isNotEmpty()
        .allMatch(each -> each.driftEnd() <= half);
    assertThat(feed.episodes().stream().filter(each -> each.effect() == 4 || each.effect() == 5))
        .isNotEmpty()
        .allMatch(each -> each.precursorStart() >= half);
    assertThat(feed.effects()).extracting(PlantedEffect::activeTo).contains(half, spec.end());
    World world = new World(spec);
    List<Double> levels = new ArrayList<>();
    for (int day = 0; day < 6; day++) {
      levels.add(world.volatilityLevel(day));
    }
    assertThat(levels.stream().distinct()).hasSizeGreaterThan(1);
  }

  @Test
  void plantsHalfAsManyEffectsAsPairsInASmallMarket() {
    for (int size = 1; size <= 12; size++) {
      WorldSpec spec =
          WorldSpec.of(WorldKind.PLANTED, 1, Worlds.PAIRS.subList(0, size), 1, Interval.MINUTE);
      assertThat(new SyntheticFeed(spec).effects()).hasSize(size / 2);
    }
  }
}
