package mycelial.agent.miner;

import mycelial.agent.AgentIdentity;
import mycelial.config.MoatSettings;
import mycelial.market.Moat;

/** Announces what source repositories tell, a channel for each programming language. */
public final class RepoScrapeAgent extends MoatMiner {
  private static final long serialVersionUID = 1L;

  /** The miner of the configured languages. */
  public RepoScrapeAgent(AgentIdentity identity, MoatSettings settings) {
    super(identity, Moat.CODE, settings);
  }
}
