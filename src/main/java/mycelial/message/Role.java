package mycelial.message;

/** The kinds of participant that write to or read from channels. */
public enum Role {
  DATA_MINER("DataMinerAgent"),
  CODE_MINER("RepoScrapeAgent"),
  LOGISTICS_MINER("LogisticsMinerAgent"),
  GOVERNMENT_MINER("GovtDataMinerAgent"),
  CORPORATIONS_MINER("CorpDataMinerAgent"),
  PATTERN_LEARNER("PatternLearnerAgent"),
  TECHNICAL_ANALYST("TechnicalAnalysisAgent"),
  EXPLORER("MarketExplorerAgent"),
  BUILDER("BuilderAgent"),
  INSTIGATOR("MycelialInstigatorAgent"),
  RESEARCHER("DeepResearchAgent"),
  MEMORY("MemoryAgent"),
  TRADER("TradingAgent"),
  RISK_MANAGER("RiskManagementAgent"),
  /** Relays an operator's authenticated commands into the colony; not an agent. */
  OPERATOR_DESK("OperatorDesk");

  private final String typeName;

  Role(String typeName) {
    this.typeName = typeName;
  }

  /** Name of the agent class as users see it. */
  public String typeName() {
    return typeName;
  }
}
