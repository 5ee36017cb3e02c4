package mycelial.colony;

import java.util.ArrayList;
import java.util.List;
import mycelial.agent.AgentIdentity;
import mycelial.agent.Layer;
import mycelial.agent.Ticks;
import mycelial.agent.miner.CorpDataMinerAgent;
import mycelial.agent.miner.GovtDataMinerAgent;
import mycelial.agent.miner.LogisticsMinerAgent;
import mycelial.agent.miner.MoatMiner;
import mycelial.agent.miner.RepoScrapeAgent;
import mycelial.config.Configuration;
import mycelial.config.MoatSettings;
import mycelial.market.Moat;
import mycelial.market.MoatTarget;
import mycelial.message.Role;

/** Makes the miners of the four moats beside Finance, and says who listens to what. */
final class MoatAgents {
  private static final List<Moat> MOATS =
      List.of(Moat.CODE, Moat.LOGISTICS, Moat.GOVERNMENT, Moat.CORPORATIONS);

  private MoatAgents() {}

  static List<MoatMiner> miners(AgentFactory factory, Configuration configuration) {
    MoatSettings settings = configuration.moats();
    long reaction = Ticks.of(configuration.reactions().miner());
    return List.of(
        new RepoScrapeAgent(identity(factory, "repo-scraper", Role.CODE_MINER, reaction), settings),
        new LogisticsMinerAgent(
            identity(factory, "logistics-miner", Role.LOGISTICS_MINER, reaction), settings),
        new GovtDataMinerAgent(
            identity(factory, "govt-miner", Role.GOVERNMENT_MINER, reaction), settings),
        new CorpDataMinerAgent(
            identity(factory, "corp-miner", Role.CORPORATIONS_MINER, reaction), settings));
  }

  private static AgentIdentity identity(
      AgentFactory factory, String name, Role role, long reactionTicks) {
    return factory.identity(name, role, Layer.MOAT_DATA, reactionTicks);
  }

  /** Whose signals a learner of a moat hears: its own moat's, or for Finance those of all. */
  static List<MoatTarget> heard(Configuration configuration, Moat learner) {
    List<MoatTarget> targets = new ArrayList<>();
    for (Moat moat : MOATS) {
      if (learner == Moat.FINANCE || learner == moat) {
        for (String name : configuration.moats().targets(moat)) {
          targets.add(new MoatTarget(moat, name));
        }
      }
    }
    return targets;
  }
}
