package mycelial.agent.miner;

import mycelial.agent.AgentIdentity;
import mycelial.config.MoatSettings;
import mycelial.market.Moat;

/** Announces what trade routes tell, a channel for each region. */
public final class LogisticsMinerAgent extends MoatMiner {
  private static final long serialVersionUID = 1L;

  /** The miner of the configured regions. */
  public LogisticsMinerAgent(AgentIdentity identity, MoatSettings settings) {
    super(identity, Moat.LOGISTICS, settings);
  }
}
