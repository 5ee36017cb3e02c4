package mycelial.feed.synthetic;

import java.util.ArrayList;
import java.util.List;
import mycelial.market.PairSpec;

/**
 * Effects drawn from the seed. Planted: one of each family, one more of any, and one that no rule
 * of two thresholds describes. Effects and leaders are all on different pairs; where there are too
 * few pairs for that, the last effects are left out.
 */
final class DrawnEffects {
  private static final int EFFECTS = 6;
  private static final int FAMILIES = 4;
  private static final int FAR_SIGNALS = 3;
  private static final int HONEST = 2;
  private static final int TRAPS = 2;
  private static final int SHORTEST = 5;

  /** Long enough to be joined before it turns. */
  private static final int SHORTEST_TRAP = 20;

  private final WorldSpec spec;
  private final Chance chance;
  private final List<PairSpec> pairs;
  private final Families families;
  private final List<Effect> effects = new ArrayList<>();

  private DrawnEffects(WorldSpec spec) {
    this.spec = spec;
    this.chance = Chance.of(spec.seed(), "effects");
    this.pairs = new ArrayList<>(spec.pairs());
    this.families = new Families(chance, () -> pairs.removeLast().pair());
    chance.shuffle(pairs);
  }

  static List<Effect> of(WorldSpec spec) {
    DrawnEffects draw = new DrawnEffects(spec);
    switch (spec.kind()) {
      case CROSS_MOAT -> draw.farSignals();
      case TRAP -> draw.traps();
      default -> draw.planted();
    }
    return List.copyOf(draw.effects);
  }

  private boolean hasRoom() {
    return effects.size() < spec.pairs().size() / 2;
  }

  private void planted() {
    int sell = chance.integer(0, 2 * EFFECTS - 1); // one effect in half of the markets
    int extra = chance.integer(0, FAMILIES - 1);
    for (int i = 0; i < EFFECTS && hasRoom(); i++) {
      int direction = i == sell ? -1 : 1;
      PairSpec pair = pairs.removeLast();
      Draft draft =
          i == EFFECTS - 1
              ? families.outside()
              : families.inside(i == EFFECTS - 2 ? extra : i, direction);
      add(pair, draft, direction, course(i));
    }
  }

  /**
   * When regimes change: the first three until half time, the next two from then on, the last
   * throughout. When effects fade: the first five at half time.
   */
  private Course course(int index) {
    int half = spec.halfTimeDay();
    boolean last = index == EFFECTS - 1;
    return switch (spec.kind()) {
      case FADING -> last ? Course.STEADY : Course.fadingOn(half);
      case REGIMES -> {
        if (index < 3) {
          yield Course.during(0, half);
        }
        yield last ? Course.STEADY : Course.during(half, Integer.MAX_VALUE);
      }
      default -> Course.STEADY;
    };
  }

  private void farSignals() {
    for (int i = 0; i < FAR_SIGNALS && hasRoom(); i++) {
      add(pairs.removeLast(), families.farSignal(), 1, Course.STEADY);
    }
  }

  private void traps() {
    for (int i = 0; i < HONEST + TRAPS && hasRoom(); i++) {
      PairSpec pair = pairs.removeLast();
      boolean trap = i >= HONEST;
      add(pair, trap ? families.lure() : honest(), 1, trap ? Course.TRAP : Course.STEADY);
    }
  }

  private Draft honest() {
    return chance.uniform() < 0.5 ? families.dip() : families.leadLag();
  }

  private void add(PairSpec pair, Draft draft, int direction, Course course) {
    double multiple = spec.multiple().draw(chance);
    effects.add(
        new Effect(
            effects.size() + 1,
            pair.pair(),
            course.trap() ? draft.family() + " with a trap" : draft.family(),
            direction * multiple * spec.costs().roundTrip(pair),
            chance.integer(course.trap() ? SHORTEST_TRAP : SHORTEST, draft.longest()),
            draft.move(),
            draft.sign(),
            draft.episodes(),
            course));
  }
}
