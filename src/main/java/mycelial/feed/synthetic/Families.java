package mycelial.feed.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import mycelial.feed.synthetic.Effect.Episodes;
import mycelial.market.Pair;

/** Draws effects of each family; no two are announced by the same channel. Used by one thread. */
final class Families {
  private final Chance chance;
  private final Supplier<Pair> leaders;
  private final List<String> channels = new ArrayList<>(MoatSeries.CHANNELS);

  /**
   * @param chance what is drawn from
   * @param leaders gives a pair that nothing else happens to
   */
  Families(Chance chance, Supplier<Pair> leaders) {
    this.chance = chance;
    this.leaders = leaders;
  }

  /** One of the four families inside the grammar, by number. */
  Draft inside(int family, int direction) {
    return switch (family) {
      case 0 -> indicatorState(direction);
      case 1 -> leadLag();
      case 2 -> moatSignal();
      default -> timeOfDay();
    };
  }

  private double eitherWay(double size) {
    return chance.uniform() < 0.5 ? size : -size;
  }

  private Draft indicatorState(int direction) {
    double size = eitherWay(direction * 0.015);
    Move move = new Move(size, 1.5 * size, 5, 10);
    boolean climax = chance.uniform() < 0.5;
    return climax
        ? new Draft("indicator state", move, new Sign.Climax(6, 10), new Episodes(8, 10, true), 30)
        : new Draft("indicator state", move, new Sign.None(), new Episodes(8, 16, false), 30);
  }

  Draft leadLag() {
    Sign leader = new Sign.Leader(leaders.get(), eitherWay(0.01));
    return new Draft("lead-lag", Move.NONE, leader, new Episodes(8, 14, false), 30);
  }

  private Draft moatSignal() {
    return moat(3, new Episodes(8, 16, false));
  }

  /** The signal comes so long before the drift that the channel has mostly spoken again since. */
  Draft farSignal() {
    int minutes = chance.integer(5, 30);
    return moat(minutes - Event.PAUSE, new Episodes(8, 13, false));
  }

  private Draft moat(int minutes, Episodes episodes) {
    String channel = channels.remove(chance.integer(0, channels.size() - 1));
    return new Draft("moat signal", Move.NONE, new Sign.Signal(channel, minutes), episodes, 30);
  }

  private Draft timeOfDay() {
    if (chance.uniform() < 0.5) {
      int hours = chance.integer(8, 14);
      Sign clock = new Sign.ClockMinute(chance.integer(4, 30), chance.integer(0, 23), hours);
      return new Draft("time of day", Move.NONE, clock, new Episodes(hours, hours, false), 28);
    }
    int hours = chance.integer(8, 12);
    Sign session = new Sign.Session(chance.integer(0, 24 - hours), hours);
    double size = eitherWay(0.01);
    Move move = new Move(size, 1.5 * size, 10, 10);
    return new Draft("time of day", move, session, new Episodes(8, hours, true), 25);
  }

  Draft outside() {
    if (chance.uniform() < 0.5) {
      Sign same = new Sign.SameDirection(leaders.get(), 0.01);
      Move move = new Move(0.01, 0.015, 6, 10);
      return new Draft("product of two signs", move, same, new Episodes(8, 10, true), 30);
    }
    double size = eitherWay(0.012);
    Move move = new Move(size, 1.5 * size, 6, 10);
    return new Draft("late echo", move, new Sign.Later(15), new Episodes(8, 12, false), 30);
  }

  Draft dip() {
    Move move = new Move(-0.02, -0.03, 5, 10);
    return new Draft("dip", move, new Sign.None(), new Episodes(8, 14, false), 30);
  }

  /** Occurs some times in a regime of hours; the pair's own move does not hide the regime. */
  Draft lure() {
    Sign leader = new Sign.Leader(leaders.get(), eitherWay(0.01));
    return new Draft("lead-lag", Move.NONE, leader, new Episodes(16, 18, false), 30);
  }
}
