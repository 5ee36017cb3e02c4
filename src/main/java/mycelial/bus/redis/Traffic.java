package mycelial.bus.redis;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLongArray;
import mycelial.bus.BusTraffic;
import mycelial.message.Topic;
import mycelial.metrics.DurationCounter;

/** Counts what is delivered. Added to under the bus's lock, read by any thread. */
final class Traffic {
  private static final Topic[] TOPICS = Topic.values();

  private final AtomicLongArray messages = new AtomicLongArray(TOPICS.length);
  private final AtomicLongArray bytes = new AtomicLongArray(TOPICS.length);
  private final DurationCounter rounds = new DurationCounter();

  void message(Topic topic, int length) {
    int index = topic.ordinal();
    messages.lazySet(index, messages.get(index) + 1);
    bytes.lazySet(index, bytes.get(index) + length);
  }

  void round(long nanos) {
    rounds.add(nanos);
  }

  BusTraffic snapshot() {
    Map<Topic, BusTraffic.Load> topics = new EnumMap<>(Topic.class);
    for (Topic topic : TOPICS) {
      topics.put(
          topic, new BusTraffic.Load(messages.get(topic.ordinal()), bytes.get(topic.ordinal())));
    }
    return new BusTraffic(topics, rounds.counts());
  }
}
