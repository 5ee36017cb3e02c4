package mycelial.memory;

import java.util.ArrayList;
import java.util.List;

/** Keeps the nearest of the trades that are offered; of equally near ones the first offered. */
final class Nearest {
  private final int most;
  private final double radius;
  private final List<Neighbour> found = new ArrayList<>();

  Nearest(int most, double radius) {
    this.most = most;
    this.radius = radius;
  }

  /**
   * @param distance NaN where the states cannot be compared
   */
  void offer(TradeRecord trade, double distance) {
    if (!(distance <= radius)) {
      return;
    }
    int place = found.size();
    while (place > 0 && found.get(place - 1).distance() > distance) {
      place--;
    }
    if (place < most) {
      found.add(place, new Neighbour(trade, distance));
      if (found.size() > most) {
        found.removeLast();
      }
    }
  }

  /** Nearest first. */
  List<Neighbour> found() {
    return List.copyOf(found);
  }
}
