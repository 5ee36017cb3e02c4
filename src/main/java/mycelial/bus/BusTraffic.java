package mycelial.bus;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import mycelial.message.Topic;
import mycelial.metrics.DurationCounter;
import mycelial.metrics.DurationCounts;

/**
 * What a bus has delivered, by topic, and how long its rounds took.
 *
 * @param topics by topic; topics without a message may be absent
 * @param rounds from the first attempt at a round to its delivery
 */
public record BusTraffic(Map<Topic, Load> topics, DurationCounts rounds) {
  /** Of a bus that does not count. */
  public static final BusTraffic NONE = new BusTraffic(Map.of(), new DurationCounter().counts());

  /** Messages delivered, and the bytes of their bodies. */
  public record Load(long messages, long bytes) {}

  /** Copies the map, in the order of topics. */
  public BusTraffic {
    Map<Topic, Load> ordered = new EnumMap<>(Topic.class);
    ordered.putAll(topics);
    topics = Collections.unmodifiableMap(ordered);
  }
}
