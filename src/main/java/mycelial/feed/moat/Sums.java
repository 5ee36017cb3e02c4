package mycelial.feed.moat;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Adds up what the members of one target tell of the same time. A time is complete when every
 * member has told it; complete times are given out in ascending order, once. Used by one thread.
 */
final class Sums {
  private final List<String> members;
  private final SortedMap<Long, SortedMap<String, Map<String, Double>>> told = new TreeMap<>();
  private long last = Long.MIN_VALUE;

  Sums(List<String> members) {
    this.members = List.copyOf(members);
  }

  /** The sums of a time, by field. */
  record Step(long time, SortedMap<String, Double> values) {}

  /**
   * What a member says of a time. A time that has been given out or passed over stays as it was,
   * and the first word of a member on a time counts.
   */
  void put(String member, long time, Map<String, Double> values) {
    if (time > last) {
      told.computeIfAbsent(time, none -> new TreeMap<>()).putIfAbsent(member, values);
    }
  }

  /** What has become complete; earlier times of which a member has told nothing are given up. */
  List<Step> take() {
    List<Step> steps = new ArrayList<>();
    for (Map.Entry<Long, SortedMap<String, Map<String, Double>>> entry : told.entrySet()) {
      if (entry.getValue().keySet().containsAll(members)) {
        steps.add(new Step(entry.getKey(), sum(entry.getValue())));
        last = entry.getKey();
      }
    }
    for (Iterator<Long> times = told.keySet().iterator(); times.hasNext(); ) {
      if (times.next() > last) {
        break;
      }
      times.remove();
    }
    return steps;
  }

  private static SortedMap<String, Double> sum(SortedMap<String, Map<String, Double>> members) {
    SortedMap<String, Double> sums = new TreeMap<>();
    for (Map<String, Double> values : members.values()) {
      values.forEach((field, value) -> sums.merge(field, value, Double::sum));
    }
    return sums;
  }
}
