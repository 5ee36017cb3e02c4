package mycelial.feed.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import mycelial.market.Bar;
import mycelial.market.Interval;
import mycelial.market.Pair;
import mycelial.market.PairSpec;
import mycelial.market.Side;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whether the truth that the sample market tells is in its prices, on thirty days. */
final class SampleWorldTest {
  private static final int DAYS = 30;
  private static final WorldSpec SPEC = Worlds.spec(WorldKind.SAMPLE, 42, DAYS);
  private static final World WORLD = new World(SPEC);
  private static SortedMap<Pair, List<Bar>> market = new TreeMap<>();

  @BeforeAll
  static void generate() {
    market = Worlds.bars(SPEC);
  }

  private static List<Bar> barsOf(Pair pair) {
    return Objects.requireNonNull(market.get(pair));
  }

  private static List<Episode> of(PlantedEffect effect, List<Episode> episodes) {
    return episodes.stream().filter(each -> each.effect() == effect.effect()).toList();
  }

  private static List<PlantedEffect> effects() {
    return new SyntheticFeed(SPEC).effects();
  }

  private static double meanDrift(PlantedEffect effect, List<Episode> episodes) {
    return of(effect, episodes).stream()
        .mapToDouble(each -> Worlds.driftReturn(barsOf(each.pair()), each))
        .average()
        .orElseThrow();
  }

  /** Wilder's relative strength index over 14 closes, from an hour before an instant. */
  private static double rsi(List<Bar> bars, long instant) {
    double gain = 0;
    double loss = 0;
    for (int minute = 100; minute >= 1; minute--) {
      long start = instant - 60L * minute;
      double change = Worlds.barAt(bars, start).close() - Worlds.barAt(bars, start - 60).close();
      gain += (StrictMath.max(change, 0) - gain) / 14;
      loss += (StrictMath.max(-change, 0) - loss) / 14;
    }
    return 100 * gain / (gain + loss);
  }

  @Test
  void plantsSixEffectsOfFourRoundTripsToBeBought() {
    assertThat(effects()).hasSize(6);
    assertThat(effects()).extracting(PlantedEffect::side).containsOnly(Side.BUY);
    assertThat(effects()).extracting(PlantedEffect::pair).doesNotHaveDuplicates();
    for (PlantedEffect effect : effects()) {
      double roundTrip = effect.pair().name().equals("XETHZUSD") ? 0.0104 : 0.011;
      assertThat(effect.driftFraction()).isCloseTo(4 * roundTrip, within(1e-9));
      assertThat(effect.horizonMinutes()).isBetween(15, 30);
    }
  }

  @Test
  void pricesDriftAsTheTruthSays() {
    List<Episode> episodes = WORLD.truth(Outcome.DRIFT);
    for (PlantedEffect effect : effects()) {
      double planted = effect.driftFraction();
      assertThat(meanDrift(effect, episodes)).isCloseTo(planted, within(0.25 * planted));
    }
  }

  @Test
  void happensTenToSixteenTimesADay() {
    for (PlantedEffect effect : effects()) {
      assertThat(of(effect, WORLD.truth(Outcome.DRIFT)).size()).isBetween(10 * DAYS, 16 * DAYS);
    }
  }

  @Test
  void pricesDoNotReboundAfterDecoys() {
    List<Episode> decoys = WORLD.truth(Outcome.NOTHING);
    int withDecoys = 0;
    for (PlantedEffect effect : effects()) {
      List<Episode> own = of(effect, decoys);
      if (!own.isEmpty()) {
        withDecoys++;
        assertThat(own.size()).isBetween(4 * DAYS, 7 * DAYS);
        assertThat(meanDrift(effect, decoys)).isBetween(-0.003, 0.003);
      }
    }
    assertThat(withDecoys).isGreaterThanOrEqualTo(2);
  }

  @Test
  void theDipIsOverAMinuteBeforeTheDriftBegins() {
    for (Episode episode : WORLD.truth(Outcome.DRIFT)) {
      List<Bar> bars = barsOf(episode.pair());
      double before = Worlds.barAt(bars, episode.precursorStart()).open();
      double after = Worlds.barAt(bars, episode.driftStart() - 120).close();
      assertThat(after / before - 1).isBetween(-0.11, -0.002);
    }
  }

  @Test
  void classicalAnalysisSeesTheDipsToo() {
    int oversold = 0;
    int all = 0;
    for (Episode episode : WORLD.truth(Outcome.DRIFT)) {
      if (episode.driftStart() - SPEC.start() > 6_120) {
        all++;
        oversold += rsi(barsOf(episode.pair()), episode.driftStart()) < 30 ? 1 : 0;
      }
    }
    assertThat(oversold).isGreaterThan(all * 9 / 10);
  }

  @Test
  void buyingAndHoldingEarnsNothing() {
    for (int day = 0; day < DAYS; day++) {
      for (PairDay script : WORLD.scripts(day)) {
        double total = 0;
        for (int minute = 0; minute < Timetable.DAY_MINUTES; minute++) {
          total += script.drift(minute);
        }
        assertThat(total).isCloseTo(0, within(1e-9));
      }
    }
    for (List<Bar> bars : market.values()) {
      double change = bars.getLast().close() / bars.getFirst().open() - 1;
      assertThat(change).isBetween(-0.2, 0.2);
    }
  }

  @Test
  void theClimaxTradesSeveralTimesTheUsualVolume() {
    PlantedEffect climax = effects().get(1);
    double ratio = 0;
    List<Episode> episodes = of(climax, WORLD.truth(Outcome.DRIFT));
    for (Episode episode : episodes) {
      List<Bar> bars = barsOf(episode.pair());
      double usual = 0;
      for (int minute = 1; minute <= 20; minute++) {
        usual += Worlds.barAt(bars, episode.precursorStart() - 60L * minute).volume() / 20;
      }
      ratio += Worlds.barAt(bars, episode.driftStart() - 120).volume() / usual;
    }
    assertThat(ratio / episodes.size()).isBetween(6.0, 25.0);
  }

  @Test
  void theLeaderFallsBeforeTheEpisodesButNotBeforeTheDecoys() {
    PlantedEffect lead = effects().get(2);
    assertThat(leaderMove(of(lead, WORLD.truth(Outcome.DRIFT)), 0)).isCloseTo(-0.01, within(0.002));
    assertThat(leaderMove(of(lead, WORLD.truth(Outcome.NOTHING)), -300)).isBetween(-0.002, 0.002);
  }

  private static double leaderMove(List<Episode> episodes, long offset) {
    List<Bar> leader = barsOf(new Pair("XXBTZUSD"));
    return episodes.stream()
        .filter(each -> each.precursorStart() + offset >= SPEC.start())
        .mapToDouble(each -> {
          long start = each.precursorStart() + offset;
          double open = Worlds.barAt(leader, start).open();
          return Worlds.barAt(leader, start + 240).close() / open - 1;
        })
        .average()
        .orElseThrow();
  }

  @Test
  void leavesOutWhatItsPairsCannotShow() {
    List<PairSpec> two = Worlds.PAIRS.subList(6, 8); // UNI and LINK, no leader
    WorldSpec small = WorldSpec.of(WorldKind.SAMPLE, 1, two, 1, Interval.MINUTE);
    assertThat(new SyntheticFeed(small).effects()).isEmpty();
  }
}
