package mycelial.stub;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What somebody has tried that would have moved money. Safe for use by several threads. */
final class Orders {
  private final List<String> placed = new CopyOnWriteArrayList<>();

  void placed(String words) {
    placed.add(words);
  }

  List<String> all() {
    return List.copyOf(placed);
  }
}
