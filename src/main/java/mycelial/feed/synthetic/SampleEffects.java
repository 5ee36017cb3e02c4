package mycelial.feed.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mycelial.feed.synthetic.Effect.Episodes;
import mycelial.market.Pair;
import mycelial.market.PairSpec;

/**
 * The six effects of the sample market, on fixed pairs. All are to be bought after a sharp dip; an
 * effect whose pair or leader is not in the market is left out.
 */
final class SampleEffects {
  private static final Pair LEADER = new Pair("XXBTZUSD");
  private static final Move DIP = new Move(-0.02, -0.03, 6, 10);
  private static final Move DIP_OF_TEN = new Move(-0.02, -0.03, 10, 10);

  private final WorldSpec spec;
  private final List<Effect> effects = new ArrayList<>();
  private final Chance chance;
  private int number;

  private SampleEffects(WorldSpec spec) {
    this.spec = spec;
    this.chance = Chance.of(spec.seed(), "multiples");
  }

  static List<Effect> of(WorldSpec spec) {
    SampleEffects sample = new SampleEffects(spec);
    sample.add("SOLUSD", "dip", 30, new Sign.None(), new Episodes(10, 16, false));
    sample.add("ADAUSD", "volume climax", 20, new Sign.Climax(6, 10), new Episodes(10, 12, true));
    Sign leader = new Sign.Leader(LEADER, -0.01);
    sample.add("LINKUSD", "lead-lag", 20, leader, new Episodes(10, 12, true));
    sample.add("DOGEUSD", "low volatility", 25, new Sign.Calm(40), new Episodes(10, 11, false));
    Sign hour = new Sign.TimeOfDay(20, 1);
    sample.add("XETHZUSD", "time of day", 25, hour, new Episodes(10, 12, true));
    sample.add("ATOMUSD", "double dip", 30, new Sign.Again(12), new Episodes(10, 14, false));
    return List.copyOf(sample.effects);
  }

  private void add(String name, String family, int horizon, Sign sign, Episodes episodes) {
    number++; // also where it is left out: an effect keeps its number
    Optional<PairSpec> pair =
        spec.pairs().stream().filter(each -> each.pair().name().equals(name)).findFirst();
    boolean seen = !(sign instanceof Sign.Leader) || spec.names().contains(LEADER);
    if (pair.isEmpty() || !seen) {
      return;
    }
    Move move = sign instanceof Sign.TimeOfDay ? DIP_OF_TEN : DIP;
    double drift = spec.multiple().draw(chance) * spec.costs().roundTrip(pair.get());
    effects.add(
        new Effect(
            number,
            pair.get().pair(),
            family,
            drift,
            horizon,
            move,
            sign,
            episodes,
            Course.STEADY));
  }
}
