package mycelial.bus;

import java.util.List;
import mycelial.message.Envelope;
import mycelial.message.SystemControl;

/**
 * Carries messages in rounds: everything published at one instant goes out, and comes back whole or
 * the round is done again. {@link #round} is called by the thread that owns the model; the other
 * methods by any thread.
 */
public interface MessageBus extends AutoCloseable {
  /**
   * Publishes messages and waits until all of them have come back.
   *
   * @param outgoing what the agents published at this instant; an empty list makes no round trip
   * @return what came back, decoded anew, sorted by (source, seq)
   * @throws BusException when the bus stays away longer than it may, or has been closed
   */
  List<Envelope> round(List<Envelope> outgoing);

  /**
   * Operators' commands that have arrived and were found authentic since the last call, in order of
   * arrival.
   */
  List<SystemControl> takeCommands();

  /** What has been counted so far. */
  BusStatistics statistics();

  /** What has been delivered so far, by topic; nothing of a bus that does not count it. */
  default BusTraffic traffic() {
    return BusTraffic.NONE;
  }

  /** Leaves the bus; a round under way ends with a {@link BusException}. */
  @Override
  void close();
}
