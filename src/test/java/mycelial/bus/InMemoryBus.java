package mycelial.bus;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import mycelial.message.Envelope;
import mycelial.message.SystemControl;

/**
 * A bus without Redis: messages go through the codec and come back, so that a run gives the same
 * results bit for bit. Safe for several threads.
 */
public final class InMemoryBus implements MessageBus {
  private final MessageCodec codec = new MessageCodec();
  private final Queue<SystemControl> commands = new ArrayDeque<>();
  private final String session;
  private long epoch;
  private long rounds;
  private long messages;
  private boolean closed;

  /** A bus of the session. */
  public InMemoryBus(String session) {
    this.session = session;
  }

  @Override
  public synchronized List<Envelope> round(List<Envelope> outgoing) {
    if (closed) {
      throw new BusException(BusException.Cause.CLOSED, "the bus is closed");
    }
    if (outgoing.isEmpty()) {
      return List.of();
    }
    epoch++;
    List<Envelope> delivered = new ArrayList<>();
    for (Envelope envelope : outgoing) {
      byte[] json = codec.encode(envelope, session, epoch);
      delivered.add(codec.decode(json, envelope.channel()).envelope());
    }
    delivered.sort(Comparator.comparingInt(Envelope::source).thenComparingLong(Envelope::seq));
    rounds++;
    messages += delivered.size();
    return List.copyOf(delivered);
  }

  /** What an operator would send. */
  public synchronized void command(SystemControl command) {
    commands.add(command);
  }

  @Override
  public synchronized List<SystemControl> takeCommands() {
    List<SystemControl> taken = List.copyOf(commands);
    commands.clear();
    return taken;
  }

  @Override
  public synchronized BusStatistics statistics() {
    return new BusStatistics(rounds, messages, 0, 0, 0, 0, 0, 0);
  }

  @Override
  public synchronized void close() {
    closed = true;
  }
}
