package mycelial.feed.synthetic;

import java.util.ArrayList;
import java.util.List;
import mycelial.market.Pair;

/** What is planted in a market: its effects, and day by day their events. Immutable. */
final class World {
  private static final double[] VOLATILITY_LEVELS = {0.6, 1, 1.8};
  private static final int CLIMAX_MINUTES = 2;

  /** How far a reversal goes the good way before it turns, in drifts. */
  private static final double LURE = 0.4;

  private final WorldSpec spec;
  private final List<Pair> pairs;
  private final List<Effect> effects;
  private final Timetable timetable;

  World(WorldSpec spec) {
    this.spec = spec;
    this.pairs = spec.names();
    this.effects =
        switch (spec.kind()) {
          case NOISE -> List.of();
          case SAMPLE -> SampleEffects.of(spec);
          case PLANTED, REGIMES, FADING, CROSS_MOAT, TRAP -> DrawnEffects.of(spec);
        };
    this.timetable = new Timetable(spec, effects);
  }

  List<Effect> effects() {
    return effects;
  }

  /** When a trap is one. */
  BadRegimes regimes(Effect trap) {
    return timetable.regimes(trap);
  }

  /** All events of a day, by effect and time. */
  List<Event> events(int day) {
    List<Event> events = new ArrayList<>();
    for (Effect effect : effects) {
      events.addAll(timetable.events(effect, day));
    }
    return events;
  }

  /** The events of all days with that outcome, by day, effect and time. */
  List<Episode> truth(Outcome outcome) {
    List<Episode> truth = new ArrayList<>();
    for (int day = 0; day < spec.days(); day++) {
      for (Event event : events(day)) {
        if (event.outcome() == outcome) {
          truth.add(event.truth(spec.dayStart(day)));
        }
      }
    }
    return truth;
  }

  /** The volatility of a day as a factor on the usual one. */
  double volatilityLevel(int day) {
    if (spec.kind() != WorldKind.REGIMES) {
      return 1;
    }
    Chance chance = Chance.of(spec.seed(), "volatility/" + day);
    return VOLATILITY_LEVELS[chance.integer(0, VOLATILITY_LEVELS.length - 1)];
  }

  /** One day's script for every pair, in the order of the pairs. */
  List<PairDay> scripts(int day) {
    double level = volatilityLevel(day);
    List<PairDay> scripts = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      scripts.add(new PairDay(level));
    }
    for (Effect effect : effects) {
      if (effect.course().trap()) {
        timetable.regimes(effect).write(day, scripts.get(pairs.indexOf(effect.pair())));
      }
    }
    for (Event event : events(day)) {
      write(event, scripts);
    }
    scripts.forEach(PairDay::compensate);
    return scripts;
  }

  private void write(Event event, List<PairDay> scripts) {
    PairDay own = scripts.get(pairs.indexOf(event.effect().pair()));
    double move = StrictMath.log(1 + event.move());
    own.occupy(event.start(), event.driftEnd());
    own.spread(event.moveStart(), event.moveStart() + event.moveMinutes(), move);
    writeSign(event, own, scripts);
    double drift = StrictMath.log(1 + event.effect().drift());
    switch (event.outcome()) {
      case DRIFT -> own.spread(event.driftStart(), event.driftEnd(), drift);
      case REVERSAL -> {
        own.spread(event.driftStart(), event.turn(), LURE * drift);
        own.spread(event.turn(), event.driftEnd(), -(1 + LURE) * drift);
      }
      case NOTHING -> {} // and nothing it is
    }
  }

  private void writeSign(Event event, PairDay own, List<PairDay> scripts) {
    Sign sign = event.effect().sign();
    if (sign instanceof Sign.SameDirection same) {
      double direction = StrictMath.signum(event.move()) * (event.decoy() ? -1 : 1);
      PairDay other = scripts.get(pairs.indexOf(same.pair()));
      moveAndRecover(other, event.moveStart(), event.complete(), direction * same.size());
    } else if (sign instanceof Sign.Again) {
      int second = event.complete() - event.moveMinutes();
      own.spread(second, event.complete(), StrictMath.log(1 + event.move()));
    } else if (!event.decoy()) {
      writeOptionalSign(event, own, scripts);
    }
  }

  private void writeOptionalSign(Event event, PairDay own, List<PairDay> scripts) {
    switch (event.effect().sign()) {
      case Sign.Climax climax -> {
        double factor = climax.low() + event.strength() * (climax.high() - climax.low());
        own.scaleVolume(event.complete() - CLIMAX_MINUTES, event.complete(), factor);
      }
      case Sign.Leader leader -> {
        PairDay other = scripts.get(pairs.indexOf(leader.pair()));
        int end = event.start() + Sign.Leader.MINUTES;
        moveAndRecover(other, event.start(), end, leader.move());
      }
      case Sign.Calm calm ->
          own.scaleVolatility(event.start(), event.moveStart(), Sign.Calm.FACTOR);
      default -> {} // nothing that the pairs show
    }
  }

  private static void moveAndRecover(PairDay pair, int from, int to, double move) {
    double size = StrictMath.log(1 + move);
    pair.spread(from, to, size);
    pair.spread(to, to + Sign.Leader.RECOVERY, -size);
  }
}
