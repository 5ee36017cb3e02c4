package mycelial.colony;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import mycelial.bus.MessageCodec;
import mycelial.market.MoatProvenance;
import mycelial.message.Envelope;
import mycelial.message.MoatData;
import mycelial.message.PatternCandidate;
import mycelial.message.PatternConfirmed;
import mycelial.storage.StoredMessage;

/**
 * Hands on what agents say off the trading path, as it is delivered, so that decisions can be
 * followed afterwards. What is stored elsewhere (ideas, fills, trades), what is an input (market
 * data) and what comes by the thousand and decides little (discoveries, votes that no agreement
 * counted) is left out. Part of no digest. Used by the thread that owns the model.
 */
final class MessageLog {
  private final MessageCodec codec = new MessageCodec();
  private final IntFunction<String> names;
  private final Consumer<StoredMessage> sink;

  /** Channel and field of the moats' series that are missing; only asked. */
  private final Set<String> missing = new TreeSet<>();

  private final CountedVotes votes = new CountedVotes();

  MessageLog(IntFunction<String> names, Consumer<StoredMessage> sink) {
    this.names = names;
    this.sink = sink;
  }

  void delivered(Envelope envelope) {
    switch (envelope.body()) {
      case PatternCandidate vote when vote.isVote() -> votes.heard(envelope, vote);
      case PatternConfirmed agreed when agreed.finding() == PatternConfirmed.Finding.AGREED ->
          votes.counted(agreed).forEach(this::keep);
      default -> {
        // Decided by its channel alone.
      }
    }
    if (isKept(envelope)) {
      keep(envelope);
    }
  }

  private void keep(Envelope envelope) {
    sink.accept(
        new StoredMessage(
            envelope.timestamp(),
            envelope.source(),
            names.apply(envelope.source()),
            envelope.seq(),
            envelope.channel().name(),
            codec.body(envelope.body())));
  }

  private boolean isKept(Envelope envelope) {
    return switch (envelope.channel().topic()) {
      case PATTERN_VALIDATION_REQUEST,
          PATTERN_VALIDATION_RESULT,
          MEMORY_QUERY,
          MEMORY_ANSWER,
          MEMORY_CAUTION,
          PATTERN_CONFIRMED,
          PROSPECTING_PROPOSALS,
          SYSTEM_BUILD_REQUEST,
          SYSTEM_CONTROL ->
          true;
      case PATTERN_CANDIDATES ->
          envelope.body() instanceof PatternCandidate vote && vote.application() != null;
      case REPO_DATA, LOGISTICS_DATA, GOVT_DATA, CORP_DATA ->
          envelope.body() instanceof MoatData signal && beginsToMiss(envelope, signal);
      case MARKET_DATA,
          PATTERN_DISCOVERIES,
          PATTERN_EVIDENCE,
          MYCELIAL_TRADE_IDEAS,
          BASELINE_TRADE_IDEAS,
          TRADE_CONFIRMATIONS,
          SYNTHESIZED_TRADE_LOG ->
          false;
    };
  }

  private boolean beginsToMiss(Envelope envelope, MoatData signal) {
    String series = envelope.channel().name() + " " + signal.field();
    if (signal.provenance() == MoatProvenance.MISSING) {
      return missing.add(series);
    }
    missing.remove(series);
    return false;
  }
}
