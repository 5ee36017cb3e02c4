package mycelial.agent.miner;

import mycelial.agent.AgentIdentity;
import mycelial.config.MoatSettings;
import mycelial.market.Moat;

/** Announces what governments tell, a channel for each region. */
public final class GovtDataMinerAgent extends MoatMiner {
  private static final long serialVersionUID = 1L;

  /** The miner of the configured regions. */
  public GovtDataMinerAgent(AgentIdentity identity, MoatSettings settings) {
    super(identity, Moat.GOVERNMENT, settings);
  }
}
