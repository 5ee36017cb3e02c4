package mycelial.bench.learning;

import static java.util.Map.entry;

import java.util.List;
import java.util.Objects;
import mycelial.bench.learning.Trial.Bus;

/** Whether the program over a real Redis does what the colony over the in-memory bus does. */
final class RedisReport {
  private final Section table = new Section("redis: the same world over both");
  private boolean same = true;

  RedisReport(List<Trial> trials, Lines lines) {
    for (Trial trial : trials) {
      WorldLine over = lines.of(trial);
      if (trial.bus() == Bus.REDIS && over != null) {
        trials.stream()
            .filter(other -> other.bus() == Bus.MEMORY && other.seed() == trial.seed())
            .forEach(other -> compare(over, Objects.requireNonNull(lines.of(other))));
      }
    }
  }

  private void compare(WorldLine redis, WorldLine memory) {
    boolean equal = redis.digest().equals(memory.digest()) && redis.bars() == memory.bars();
    same &= equal;
    table.row(
        entry("seed", redis.seed()),
        entry("digest over Redis", redis.digest()),
        entry("in memory", equal ? "the same" : memory.digest() + " DIFFERS"),
        entry("seconds over Redis", redis.seconds()),
        entry("seconds in memory", memory.seconds()));
  }

  boolean isSame() {
    return same;
  }

  List<Section> sections() {
    return List.of(table);
  }
}
