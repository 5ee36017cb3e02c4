package mycelial.colony;

import java.util.List;
import java.util.function.UnaryOperator;
import mycelial.bus.BusStatistics;
import mycelial.bus.InMemoryBus;
import mycelial.bus.MessageBus;
import mycelial.message.Envelope;
import mycelial.message.SystemControl;

/** A bus that looks at what it delivers, and may deliver something else. */
final class TamperedBus implements MessageBus {
  private final InMemoryBus bus = new InMemoryBus(ColonyKit.SESSION);
  private final UnaryOperator<List<Envelope>> tampering;
  private boolean closed;

  TamperedBus(UnaryOperator<List<Envelope>> tampering) {
    this.tampering = tampering;
  }

  boolean isClosed() {
    return closed;
  }

  @Override
  public List<Envelope> round(List<Envelope> outgoing) {
    return tampering.apply(bus.round(outgoing));
  }

  @Override
  public List<SystemControl> takeCommands() {
    return bus.takeCommands();
  }

  @Override
  public BusStatistics statistics() {
    return bus.statistics();
  }

  @Override
  public void close() {
    closed = true;
    bus.close();
  }
}
