package mycelial.message;

import static mycelial.message.Role.BUILDER;
import static mycelial.message.Role.CODE_MINER;
import static mycelial.message.Role.CORPORATIONS_MINER;
import static mycelial.message.Role.DATA_MINER;
import static mycelial.message.Role.EXPLORER;
import static mycelial.message.Role.GOVERNMENT_MINER;
import static mycelial.message.Role.INSTIGATOR;
import static mycelial.message.Role.LOGISTICS_MINER;
import static mycelial.message.Role.MEMORY;
import static mycelial.message.Role.OPERATOR_DESK;
import static mycelial.message.Role.PATTERN_LEARNER;
import static mycelial.message.Role.RESEARCHER;
import static mycelial.message.Role.RISK_MANAGER;
import static mycelial.message.Role.TECHNICAL_ANALYST;
import static mycelial.message.Role.TRADER;

import java.util.List;
import mycelial.market.Moat;

/**
 * The registry of channels: each topic's name, message type, writers and readers stand here and
 * nowhere else.
 */
public enum Topic {
  /** One channel a pair, {@code market-data:XXBTZUSD}. */
  MARKET_DATA(
      Moat.FINANCE.channels(),
      MarketData.class,
      List.of(DATA_MINER),
      List.of(PATTERN_LEARNER, TECHNICAL_ANALYST, EXPLORER, RESEARCHER, TRADER, RISK_MANAGER)),
  /** One channel a language, {@code repo-data:Python}. */
  REPO_DATA(
      Moat.CODE.channels(),
      MoatData.class,
      List.of(CODE_MINER),
      List.of(PATTERN_LEARNER, EXPLORER, RESEARCHER)),
  /** One channel a region. */
  LOGISTICS_DATA(
      Moat.LOGISTICS.channels(),
      MoatData.class,
      List.of(LOGISTICS_MINER),
      List.of(PATTERN_LEARNER, EXPLORER, RESEARCHER)),
  /** One channel a region. */
  GOVT_DATA(
      Moat.GOVERNMENT.channels(),
      MoatData.class,
      List.of(GOVERNMENT_MINER),
      List.of(PATTERN_LEARNER, EXPLORER, RESEARCHER)),
  /** One channel a sector. */
  CORP_DATA(
      Moat.CORPORATIONS.channels(),
      MoatData.class,
      List.of(CORPORATIONS_MINER),
      List.of(PATTERN_LEARNER, EXPLORER, RESEARCHER)),
  /** One channel a team, {@code prospecting-proposals:HFT}. */
  PROSPECTING_PROPOSALS(
      "prospecting-proposals", ProspectingProposal.class, List.of(EXPLORER), List.of(BUILDER)),
  SYSTEM_BUILD_REQUEST(
      "system-build-request",
      BuildNotice.class,
      List.of(INSTIGATOR, BUILDER),
      List.of(BUILDER, INSTIGATOR)),
  PATTERN_CANDIDATES(
      "pattern-candidates", PatternCandidate.class, List.of(PATTERN_LEARNER), List.of(INSTIGATOR)),
  PATTERN_CONFIRMED(
      "pattern-confirmed", PatternConfirmed.class, List.of(INSTIGATOR), List.of(PATTERN_LEARNER)),
  PATTERN_DISCOVERIES(
      "pattern-discoveries",
      PatternDiscovery.class,
      List.of(PATTERN_LEARNER),
      List.of(PATTERN_LEARNER, RISK_MANAGER, MEMORY)),
  PATTERN_EVIDENCE(
      "pattern-evidence", EvidenceReport.class, List.of(PATTERN_LEARNER), List.of(INSTIGATOR)),
  PATTERN_VALIDATION_REQUEST(
      "pattern-validation-request",
      ValidationRequest.class,
      List.of(INSTIGATOR),
      List.of(RESEARCHER)),
  PATTERN_VALIDATION_RESULT(
      "pattern-validation-result",
      ValidationResult.class,
      List.of(RESEARCHER),
      List.of(INSTIGATOR)),
  MEMORY_QUERY("memory-query", MemoryQuery.class, List.of(INSTIGATOR), List.of(MEMORY)),
  MEMORY_ANSWER("memory-answer", MemoryAnswer.class, List.of(MEMORY), List.of(INSTIGATOR)),
  MEMORY_CAUTION("memory-caution", MemoryCaution.class, List.of(MEMORY), List.of(PATTERN_LEARNER)),
  MYCELIAL_TRADE_IDEAS(
      "mycelial-trade-ideas", TradeIdea.class, List.of(PATTERN_LEARNER), List.of(TRADER)),
  BASELINE_TRADE_IDEAS(
      "baseline-trade-ideas", TradeIdea.class, List.of(TECHNICAL_ANALYST), List.of(TRADER)),
  TRADE_CONFIRMATIONS(
      "trade-confirmations",
      TradeConfirmation.class,
      List.of(TRADER),
      List.of(RISK_MANAGER, MEMORY)),
  SYNTHESIZED_TRADE_LOG(
      "synthesized-trade-log", SynthesizedTrade.class, List.of(TRADER), List.of(RISK_MANAGER)),
  SYSTEM_CONTROL(
      "system-control",
      SystemControl.class,
      List.of(RISK_MANAGER, INSTIGATOR, OPERATOR_DESK),
      List.of(TRADER, RISK_MANAGER, PATTERN_LEARNER));

  private final String title;
  private final Class<? extends Message> type;
  private final List<Role> writers;
  private final List<Role> readers;

  Topic(String title, Class<? extends Message> type, List<Role> writers, List<Role> readers) {
    this.title = title;
    this.type = type;
    this.writers = writers;
    this.readers = readers;
  }

  /** The channel's name, or the part before the colon where there is one channel a pair. */
  public String title() {
    return title;
  }

  /** The one type of message that it carries. */
  public Class<? extends Message> type() {
    return type;
  }

  /** Who may publish on it. */
  public List<Role> writers() {
    return writers;
  }

  /** Who subscribes to it. */
  public List<Role> readers() {
    return readers;
  }

  /** Whether there is one channel for each pair, target or team. */
  public boolean isKeyed() {
    return switch (this) {
      case MARKET_DATA, REPO_DATA, LOGISTICS_DATA, GOVT_DATA, CORP_DATA, PROSPECTING_PROPOSALS ->
          true;
      default -> false;
    };
  }

  /** The topic of a moat's signals. */
  public static Topic of(Moat moat) {
    return switch (moat) {
      case FINANCE -> MARKET_DATA;
      case CODE -> REPO_DATA;
      case LOGISTICS -> LOGISTICS_DATA;
      case GOVERNMENT -> GOVT_DATA;
      case CORPORATIONS -> CORP_DATA;
    };
  }
}
