package mycelial.agent.miner;

import mycelial.agent.AgentIdentity;
import mycelial.config.MoatSettings;
import mycelial.market.Moat;

/** Announces what companies tell, a channel for each sector. */
public final class CorpDataMinerAgent extends MoatMiner {
  private static final long serialVersionUID = 1L;

  /** The miner of the configured sectors. */
  public CorpDataMinerAgent(AgentIdentity identity, MoatSettings settings) {
    super(identity, Moat.CORPORATIONS, settings);
  }
}
