package mycelial.gui;

import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import mycelial.agent.Agent;
import mycelial.colony.Onlooker;
import mycelial.message.Envelope;
import mycelial.message.Topic;

/**
 * What has been said in the last instants, to light edges with. Owned by whoever holds the
 * schedule's monitor.
 */
final class Traffic implements Onlooker {
  /** For how many instants with messages an edge stays lit. */
  static final int INSTANTS = 16;

  private static final int MARKET_INSTANTS = 1;

  /**
   * One message.
   *
   * @param instant number of the instant, counting only those with messages
   * @param source id of the sender
   * @param readers who takes it in: of those who read the channel, those whom it concerns
   */
  record Flash(long instant, Topic topic, int source, List<Agent> readers) {}

  private final ArrayDeque<Flash> flashes = new ArrayDeque<>();
  private final Stances stances = new Stances();
  private final Map<Topic, Long> counts = new EnumMap<>(Topic.class);
  private double newest = Double.NaN;
  private long instant;

  @Override
  public void delivered(Envelope envelope, List<Agent> readers) {
    if (envelope.timestamp() != newest) {
      newest = envelope.timestamp();
      instant++;
      forget();
    }
    Topic topic = envelope.channel().topic();
    List<Agent> concerned = readers.stream().filter(reader -> reader.takes(envelope)).toList();
    flashes.add(new Flash(instant, topic, envelope.source(), concerned));
    counts.merge(topic, 1L, Long::sum);
    stances.hear(envelope);
  }

  private void forget() {
    flashes.removeIf(flash -> instant - flash.instant() >= life(flash));
  }

  /** Market data go to nearly everybody, so their edges are lit only while they are new. */
  private static int life(Flash flash) {
    return flash.topic() == Topic.MARKET_DATA ? MARKET_INSTANTS : INSTANTS;
  }

  /** How bright a message still is: 1 just now, 0 when it is forgotten. */
  double brightness(Flash flash) {
    return 1 - (double) (instant - flash.instant()) / life(flash);
  }

  void forEach(Consumer<Flash> look) {
    flashes.forEach(look);
  }

  /** Whether something of that kind is still remembered. */
  boolean isTalkOf(Palette.Talk talk) {
    return flashes.stream().anyMatch(flash -> Palette.Talk.on(flash.topic()) == talk);
  }

  /** How many messages of a topic have been delivered since the session began. */
  long count(Topic topic) {
    return counts.getOrDefault(topic, 0L);
  }

  /** Which side each agent took last. */
  Stances stances() {
    return stances;
  }

  void clear() {
    flashes.clear();
    stances.clear();
    counts.clear();
    newest = Double.NaN;
  }
}
