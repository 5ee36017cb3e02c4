package mycelial.message;

/**
 * What agents say to each other. Every message is an immutable record that checks itself when it is
 * made: a number is finite, a price above zero, an identifier not empty; a violation is an {@link
 * IllegalArgumentException} that names the value.
 */
public sealed interface Message
    permits MarketData,
        MoatData,
        ProspectingProposal,
        BuildNotice,
        ValidationRequest,
        ValidationResult,
        MemoryQuery,
        MemoryAnswer,
        MemoryCaution,
        PatternCandidate,
        PatternConfirmed,
        PatternDiscovery,
        EvidenceReport,
        TradeIdea,
        TradeConfirmation,
        SynthesizedTrade,
        SystemControl {
  /**
   * Whether somebody is waiting for it within the minute, as on the way of a trade. What is not
   * hurried may be delivered later, with the next that is.
   */
  default boolean isHurried() {
    return true;
  }
}
