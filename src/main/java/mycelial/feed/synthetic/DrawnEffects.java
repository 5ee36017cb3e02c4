package mycelial.feed.synthetic;

import java.util.ArrayList;
import java.util.List;
import mycelial.feed.synthetic.Effect.Episodes;
import mycelial.market.Pair;
import mycelial.market.PairSpec;

/**
 * Six effects drawn from the seed: one of each family, one more of any, and one that no rule of two
 * thresholds describes. Effects and leaders are all on different pairs; in a market of fewer than
 * twelve pairs there are only half as many effects as pairs.
 */
final class DrawnEffects {
  private static final int EFFECTS = 6;

  private final WorldSpec spec;
  private final Chance chance;
  private final List<PairSpec> pairs;
  private int drawn;

  /** A kind of sign, with what it draws of itself. */
  private record Draft(String family, Move move, Sign sign, Episodes episodes, int longest) {}

  private DrawnEffects(WorldSpec spec) {
    this.spec = spec;
    this.chance = Chance.of(spec.seed(), "effects");
    this.pairs = new ArrayList<>(spec.pairs());
    chance.shuffle(pairs);
  }

  static List<Effect> of(WorldSpec spec) {
    DrawnEffects draw = new DrawnEffects(spec);
    int count = StrictMath.min(EFFECTS, spec.pairs().size() / 2);
    int sell = draw.chance.integer(0, 2 * EFFECTS - 1); // one effect in half of the markets
    int extra = draw.chance.integer(0, 3);
    List<Effect> effects = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int family = i == EFFECTS - 2 ? extra : i;
      Effect effect = draw.effect(family, i == sell ? -1 : 1);
      effects.add(spec.kind() == WorldKind.REGIMES ? half(effect, spec) : effect);
    }
    return List.copyOf(effects);
  }

  /** The first three until half time, the next two from then on, the last throughout. */
  private static Effect half(Effect effect, WorldSpec spec) {
    int half = spec.halfTimeDay();
    if (effect.number() <= 3) {
      return effect.during(0, half);
    }
    return effect.number() < EFFECTS ? effect.during(half, Integer.MAX_VALUE) : effect;
  }

  private Effect effect(int family, int direction) {
    PairSpec pair = pairs.removeLast();
    Draft draft =
        switch (family) {
          case 0 -> indicatorState(direction);
          case 1 -> leadLag();
          case 2 -> moatSignal();
          case 3 -> timeOfDay();
          default -> outside();
        };
    double drift = direction * spec.costMultiple() * spec.costs().roundTrip(pair);
    drawn++;
    return new Effect(
        drawn,
        pair.pair(),
        draft.family(),
        drift,
        chance.integer(5, draft.longest()),
        draft.move(),
        draft.sign(),
        draft.episodes(),
        0,
        Integer.MAX_VALUE);
  }

  private Draft indicatorState(int direction) {
    double size = (chance.uniform() < 0.5 ? 1 : -1) * direction * 0.015;
    Move move = new Move(size, 1.5 * size, 5, 10);
    boolean climax = chance.uniform() < 0.5;
    return climax
        ? new Draft("indicator state", move, new Sign.Climax(6, 10), new Episodes(8, 10, true), 30)
        : new Draft("indicator state", move, new Sign.None(), new Episodes(8, 16, false), 30);
  }

  private Draft leadLag() {
    double move = chance.uniform() < 0.5 ? 0.01 : -0.01;
    Sign leader = new Sign.Leader(leader(), move);
    return new Draft("lead-lag", Move.NONE, leader, new Episodes(8, 14, false), 30);
  }

  private Draft moatSignal() {
    List<String> channels = MoatSeries.CHANNELS;
    Sign signal = new Sign.Signal(channels.get(chance.integer(0, channels.size() - 1)));
    return new Draft("moat signal", Move.NONE, signal, new Episodes(8, 16, false), 30);
  }

  private Draft timeOfDay() {
    double size = chance.uniform() < 0.5 ? 0.01 : -0.01;
    Sign hour = new Sign.TimeOfDay(chance.integer(15, 20), chance.integer(0, 1));
    Move move = new Move(size, 1.5 * size, 10, 10);
    return new Draft("time of day", move, hour, new Episodes(8, 12, true), 25);
  }

  private Draft outside() {
    if (chance.uniform() < 0.5) {
      Sign same = new Sign.SameDirection(leader(), 0.01);
      Move move = new Move(0.01, 0.015, 6, 10);
      return new Draft("product of two signs", move, same, new Episodes(8, 10, true), 30);
    }
    double size = chance.uniform() < 0.5 ? 0.012 : -0.012;
    Move move = new Move(size, 1.5 * size, 6, 10);
    return new Draft("late echo", move, new Sign.Later(15), new Episodes(8, 12, false), 30);
  }

  private Pair leader() {
    return pairs.removeLast().pair();
  }
}
