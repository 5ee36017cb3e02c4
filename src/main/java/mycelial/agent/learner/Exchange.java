package mycelial.agent.learner;

import java.util.Set;
import java.util.TreeSet;
import mycelial.message.SystemControl;

/**
 * The exchange of rules that the council has ordered last: whose rules are to be taken in. A rule
 * belongs to it when its sender is one of those named, has not sent one already, and published it
 * after the order and soon enough.
 */
final class Exchange {
  /** Peers publish at once; what comes later is their usual talk. */
  private static final double SECONDS = 5;

  private final int self;
  private final Set<Integer> awaited = new TreeSet<>();
  private double ordered = Double.NaN;

  Exchange(int self) {
    this.self = self;
  }

  /** Whether an order is one that this learner has to follow; then the exchange has begun. */
  boolean begins(SystemControl order, double timestamp) {
    boolean concerns =
        order.command() == SystemControl.Command.FORCE_SHARE
            && order.scope().agents().contains(self);
    if (concerns) {
      ordered = timestamp;
      awaited.clear();
      awaited.addAll(order.scope().agents());
      awaited.remove(self);
    }
    return concerns;
  }

  /** Whether a rule published at that time is part of the exchange; the peer's next one is not. */
  boolean includes(int peer, double timestamp) {
    double later = timestamp - ordered;
    return later > 0 && later <= SECONDS && awaited.remove(peer);
  }
}
