package mycelial.gui;

import java.util.HashMap;
import java.util.Map;
import mycelial.market.Side;
import mycelial.market.SignalSource;
import mycelial.message.Envelope;
import mycelial.message.PatternCandidate;
import mycelial.message.PatternConfirmed;
import mycelial.message.TradeConfirmation;
import mycelial.message.TradeIdea;
import org.jspecify.annotations.Nullable;

/**
 * Which side each agent took last: a learner by its vote or idea, an analyst by its idea, an
 * instigator by an agreement, the trader by a position that it opened for the account. Owned by
 * whoever holds the schedule's monitor.
 */
final class Stances {
  /** For how long a side counts, seconds of schedule time: three of the quickest horizons. */
  static final double LASTING_SECONDS = 900;

  private record Stance(Side side, double time) {}

  private final Map<Integer, Stance> stances = new HashMap<>();

  /** Takes in what somebody said, if it takes a side. */
  void hear(Envelope envelope) {
    Side side = side(envelope);
    if (side != null) {
      stances.put(envelope.source(), new Stance(side, envelope.timestamp()));
    }
  }

  private static @Nullable Side side(Envelope envelope) {
    return switch (envelope.body()) {
      case PatternCandidate candidate when candidate.isVote() -> candidate.side();
      case TradeIdea idea -> idea.side();
      case PatternConfirmed said when said.finding() == PatternConfirmed.Finding.AGREED ->
          said.side();
      case TradeConfirmation fill
          when fill.stream() == SignalSource.ACCOUNT
              && fill.action() == TradeConfirmation.Action.OPEN ->
          fill.side();
      default -> null;
    };
  }

  /** The side that an agent took lately, or null. */
  @Nullable Side of(int agent, double now) {
    Stance stance = stances.get(agent);
    return stance == null || now - stance.time() > LASTING_SECONDS ? null : stance.side();
  }

  void clear() {
    stances.clear();
  }
}
