package mycelial.feed.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import mycelial.market.Bar;
import mycelial.market.Interval;
import mycelial.market.MoatSignal;
import mycelial.market.Pair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whether what the worlds for the benches promise is in their prices and signals. */
final class HiddenEffectsTest {
  private static final int DAY = 86_400;

  private static int hour(long time) {
    return (int) (time % DAY / 3_600);
  }

  private static int minute(long time) {
    return (int) (time % 3_600 / 60);
  }

  private static List<Episode> of(Effect effect, List<Episode> episodes) {
    return episodes.stream().filter(each -> each.effect() == effect.number()).toList();
  }

  private static double meanReturn(WorldSpec spec, List<Episode> episodes) {
    SortedMap<Pair, List<Bar>> market = Worlds.bars(spec);
    return episodes.stream()
        .mapToDouble(
            each -> Worlds.driftReturn(Objects.requireNonNull(market.get(each.pair())), each))
        .average()
        .orElseThrow();
  }

  /** A planted world with an effect of that sign. */
  private static WorldSpec worldWith(Predicate<Sign> wanted) {
    for (long seed = 0; seed < 100; seed++) {
      WorldSpec spec = Worlds.spec(WorldKind.PLANTED, seed, 6);
      if (new World(spec).effects().stream().anyMatch(effect -> wanted.test(effect.sign()))) {
        return spec;
      }
    }
    throw new AssertionError("none of a hundred worlds has such an effect");
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NOISE")
  void happensEightToEighteenTimesADay(WorldKind kind) {
    for (long seed = 0; seed < 20; seed++) {
      WorldSpec spec = Worlds.spec(kind, seed, 4);
      World world = new World(spec);
      for (int day = 0; day < spec.days(); day++) {
        for (Effect effect : world.effects()) {
          long shown =
              world.events(day).stream()
                  .filter(event -> event.effect().equals(effect) && !event.decoy())
                  .count();
          if (effect.course().isActive(day)) {
            assertThat(shown).isBetween(8L, 18L);
          } else {
            assertThat(shown).isZero();
          }
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void noDriftIsLeftOverAtTheEndOfADay(WorldKind kind) {
    for (Interval interval : List.of(Interval.MINUTE, Interval.HOUR)) {
      World world = new World(WorldSpec.of(kind, 5, Worlds.PAIRS, 4, interval));
      for (int day = 0; day < 4; day++) {
        for (PairDay script : world.scripts(day)) {
          double total = 0;
          for (int minute = 0; minute < Timetable.DAY_MINUTES; minute++) {
            total += script.drift(minute);
          }
          assertThat(total).isCloseTo(0, within(1e-9));
        }
      }
    }
  }

  @Test
  void theClockAloneAnnouncesOneKindOfTimeOfDay() {
    WorldSpec spec = worldWith(Sign.ClockMinute.class::isInstance);
    World world = new World(spec);
    for (Effect effect : world.effects()) {
      if (effect.sign() instanceof Sign.ClockMinute clock) {
        List<Episode> episodes = of(effect, world.truth(Outcome.DRIFT));
        assertThat(episodes).hasSize(clock.hours() * spec.days());
        for (Episode episode : episodes) {
          assertThat(minute(episode.driftStart())).isEqualTo(clock.minute());
          int since = StrictMath.floorMod(hour(episode.driftStart()) - clock.fromHour(), 24);
          assertThat(since).isLessThan(clock.hours());
        }
        assertThat(meanReturn(spec, episodes))
            .isCloseTo(effect.drift(), within(0.25 * StrictMath.abs(effect.drift())));
      }
    }
  }

  @Test
  void theSameMovesAreDecoysOutsideTheirSession() {
    WorldSpec spec = worldWith(Sign.Session.class::isInstance);
    World world = new World(spec);
    for (Effect effect : world.effects()) {
      if (effect.sign() instanceof Sign.Session session) {
        List<Episode> decoys = of(effect, world.truth(Outcome.NOTHING));
        int close = session.fromHour() + session.hours();
        assertThat(of(effect, world.truth(Outcome.DRIFT)))
            .allMatch(each -> hour(each.precursorStart()) >= session.fromHour())
            .allMatch(each -> hour(each.precursorStart()) < close);
        assertThat(decoys)
            .hasSizeGreaterThanOrEqualTo(8 * spec.days())
            .allMatch(each ->
                hour(each.precursorStart()) < session.fromHour()
                    || hour(each.precursorStart()) >= close);
        assertThat(meanReturn(spec, decoys)).isCloseTo(0, within(0.01));
      }
    }
  }

  @Test
  void fadingEffectsKeepTheirPrecursorsAndLoseTheirDriftAtHalfTime() {
    WorldSpec spec = Worlds.spec(WorldKind.FADING, 2, 6);
    World world = new World(spec);
    long half = spec.start() + 3 * DAY;
    SortedMap<Pair, List<Bar>> market = Worlds.bars(spec);
    for (Effect effect : world.effects()) {
      List<Episode> real = of(effect, world.truth(Outcome.DRIFT));
      boolean steady = effect.number() == 6;
      assertThat(real).isNotEmpty().allMatch(each -> steady || each.driftEnd() <= half);
      assertThat(effect.truth(spec).activeTo()).isEqualTo(steady ? spec.end() : half);
      double faded =
          of(effect, world.truth(Outcome.NOTHING)).stream()
              .filter(each -> each.precursorStart() >= half)
              .mapToDouble(
                  each -> Worlds.driftReturn(Objects.requireNonNull(market.get(each.pair())), each))
              .average()
              .orElse(0);
      assertThat(faded).isCloseTo(0, within(0.01));
    }
    for (int day = 3; day < 6; day++) {
      assertThat(world.events(day).stream().filter(event -> !event.decoy()))
          .extracting(event -> event.effect().number())
          .contains(1, 2, 3, 4, 5);
    }
  }

  @Test
  void nothingButAMoatsJumpAnnouncesACrossMoatEffect() {
    for (long seed = 0; seed < 20; seed++) {
      WorldSpec spec = Worlds.spec(WorldKind.CROSS_MOAT, seed, 2);
      World world = new World(spec);
      List<MoatSignal> signals = new ArrayList<>();
      new MoatSeries(spec).forEachRemaining(signals::add);
      assertThat(world.effects()).hasSize(3).extracting(Effect::pair).doesNotHaveDuplicates();
      assertThat(world.effects())
          .extracting(effect -> effect.truth(spec).channel())
          .doesNotHaveDuplicates();
      for (Effect effect : world.effects()) {
        String channel = effect.truth(spec).channel();
        assertThat(effect.move()).isEqualTo(Move.NONE);
        for (Episode each : of(effect, world.truth(Outcome.DRIFT))) {
          assertThat(each.driftStart() - each.precursorStart()).isBetween(300L, 1_800L);
          assertThat(signals)
              .anyMatch(signal ->
                  signal.seenTime() == each.precursorStart()
                      && signal.target().channel().equals(channel));
        }
      }
      assertThat(world.truth(Outcome.NOTHING)).isEmpty();
    }
  }

  @Test
  void trapsTurnAroundInRegimesThatTheMarketShows() {
    WorldSpec spec = Worlds.spec(WorldKind.TRAP, 4, 14);
    World world = new World(spec);
    assertThat(world.effects())
        .extracting(effect -> effect.course().trap())
        .containsExactly(false, false, true, true);
    assertThat(world.truth(Outcome.REVERSAL)).allMatch(each -> each.effect() > 2);
    SortedMap<Pair, List<Bar>> market = Worlds.bars(spec);
    for (Effect trap : world.effects().subList(2, 4)) {
      List<Bar> bars = Objects.requireNonNull(market.get(trap.pair()));
      assertThat(mean(of(trap, world.truth(Outcome.DRIFT)), bars))
          .isCloseTo(trap.drift(), within(0.25 * trap.drift()));
      assertThat(mean(of(trap, world.truth(Outcome.REVERSAL)), bars))
          .isCloseTo(-trap.drift(), within(0.35 * trap.drift()));
      assertThat(spread(bars, world.regimes(trap), true) / spread(bars, world.regimes(trap), false))
          .isBetween(0.3, 0.6);
    }
  }

  @Test
  void reversalsBeginLikeTheDriftThatTheyAreNot() {
    WorldSpec spec = Worlds.spec(WorldKind.TRAP, 4, 14);
    World world = new World(spec);
    SortedMap<Pair, List<Bar>> market = Worlds.bars(spec);
    for (Effect trap : world.effects().subList(2, 4)) {
      assertThat(trap.horizon()).isGreaterThanOrEqualTo(20);
      List<Bar> bars = Objects.requireNonNull(market.get(trap.pair()));
      List<Episode> lures =
          of(trap, world.truth(Outcome.REVERSAL)).stream()
              .map(each ->
                  new Episode(
                      each.effect(),
                      each.pair(),
                      each.precursorStart(),
                      each.driftStart(),
                      each.driftStart() + 60L * (trap.horizon() / 3)))
              .toList();
      assertThat(mean(lures, bars)).isCloseTo(0.4 * trap.drift(), within(0.3 * trap.drift()));
    }
  }

  private static double mean(List<Episode> episodes, List<Bar> bars) {
    return episodes.stream()
        .mapToDouble(each -> Worlds.driftReturn(bars, each))
        .average()
        .orElseThrow();
  }

  /** Median range of a bar within bad regimes or without; most bars belong to no episode. */
  private static double spread(List<Bar> bars, BadRegimes regimes, boolean bad) {
    double[] ranges =
        IntStream.range(0, bars.size())
            .filter(i -> regimes.holds(0, i) == bad)
            .mapToDouble(i -> bars.get(i).high() / bars.get(i).low() - 1)
            .sorted()
            .toArray();
    return ranges[ranges.length / 2];
  }

  @Test
  void badRegimesCoverASixthOfAWeekAndFollowNoClock() {
    int bad = 0;
    int[] byHour = new int[24];
    int worlds = 200;
    for (long seed = 0; seed < worlds; seed++) {
      BadRegimes regimes = BadRegimes.of(Worlds.spec(WorldKind.TRAP, seed, 14), 3);
      assertThat(regimes.stretches())
          .allMatch(each -> each.to() - each.from() >= 120 && each.to() - each.from() <= 240)
          .allMatch(each -> each.from() >= 1_800);
      for (int hour = 0; hour < 14 * 24; hour++) {
        boolean holds = regimes.holds(0, 60 * hour);
        bad += holds && hour < 7 * 24 ? 1 : 0;
        byHour[hour % 24] += holds && hour >= 4 * 24 ? 1 : 0;
      }
    }
    assertThat(bad / (worlds * 7 * 24.0)).isBetween(0.14, 0.2);
    for (int hour : byHour) {
      assertThat(hour / (worlds * 10.0)).isBetween(0.1, 0.35);
    }
  }
}
