package mycelial.message;

import static mycelial.message.Role.DATA_MINER;
import static mycelial.message.Role.INSTIGATOR;
import static mycelial.message.Role.OPERATOR_DESK;
import static mycelial.message.Role.PATTERN_LEARNER;
import static mycelial.message.Role.RISK_MANAGER;
import static mycelial.message.Role.TECHNICAL_ANALYST;
import static mycelial.message.Role.TRADER;

import java.util.List;

/**
 * The registry of channels: each topic's name, message type, writers and readers stand here and
 * nowhere else.
 */
public enum Topic {
  /** One channel a pair, {@code market-data:XXBTZUSD}. */
  MARKET_DATA(
      "market-data",
      MarketData.class,
      List.of(DATA_MINER),
      List.of(PATTERN_LEARNER, TECHNICAL_ANALYST, TRADER, RISK_MANAGER)),
  PATTERN_CANDIDATES(
      "pattern-candidates", PatternCandidate.class, List.of(PATTERN_LEARNER), List.of(INSTIGATOR)),
  PATTERN_CONFIRMED(
      "pattern-confirmed", PatternConfirmed.class, List.of(INSTIGATOR), List.of(PATTERN_LEARNER)),
  PATTERN_DISCOVERIES(
      "pattern-discoveries",
      PatternDiscovery.class,
      List.of(PATTERN_LEARNER),
      List.of(PATTERN_LEARNER)),
  MYCELIAL_TRADE_IDEAS(
      "mycelial-trade-ideas", TradeIdea.class, List.of(PATTERN_LEARNER), List.of(TRADER)),
  BASELINE_TRADE_IDEAS(
      "baseline-trade-ideas", TradeIdea.class, List.of(TECHNICAL_ANALYST), List.of(TRADER)),
  TRADE_CONFIRMATIONS(
      "trade-confirmations", TradeConfirmation.class, List.of(TRADER), List.of(RISK_MANAGER)),
  SYNTHESIZED_TRADE_LOG(
      "synthesized-trade-log", SynthesizedTrade.class, List.of(TRADER), List.of(RISK_MANAGER)),
  SYSTEM_CONTROL(
      "system-control",
      SystemControl.class,
      List.of(RISK_MANAGER, OPERATOR_DESK),
      List.of(TRADER, RISK_MANAGER));

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

  /** Whether there is one channel for each pair. */
  public boolean isKeyed() {
    return this == MARKET_DATA;
  }
}
