package mycelial.colony;

import java.util.ArrayList;
import java.util.List;
import mycelial.agent.AgentIdentity;
import mycelial.agent.Layer;
import mycelial.agent.Seeds;
import mycelial.agent.Ticks;
import mycelial.agent.council.DeepResearchAgent;
import mycelial.agent.council.MycelialInstigatorAgent;
import mycelial.agent.council.ProofSettings;
import mycelial.config.Configuration;
import mycelial.learning.MarketHistory;
import mycelial.learning.Retest;
import mycelial.learning.RetestSettings;
import mycelial.market.Interval;
import mycelial.market.Moat;
import mycelial.market.Pair;
import mycelial.message.Role;

/** Makes the council: instigators, who share the pairs, and researchers, who all see everything. */
final class CouncilFactory {
  /** Shortest block of the first researcher, bars; each further one's is longer by the second. */
  private static final int FIRST_BLOCK = 20;

  private static final int FURTHER_BLOCK = 7;

  private final Configuration configuration;
  private final Interval interval;
  private final long seed;
  private final LedgerFactory ledgers;
  private final Identities identities;

  /** Gives out names and numbers. */
  interface Identities {
    AgentIdentity next(String name, Role role, Layer layer, long reactionTicks);
  }

  CouncilFactory(
      Configuration configuration,
      Interval interval,
      long seed,
      LedgerFactory ledgers,
      Identities identities) {
    this.configuration = configuration;
    this.interval = interval;
    this.seed = seed;
    this.ledgers = ledgers;
    this.identities = identities;
  }

  /** Each pair belongs to the instigator of its place modulo their number. */
  List<MycelialInstigatorAgent> instigators() {
    int count = configuration.council().instigators();
    long reaction = Ticks.of(configuration.reactions().instigator());
    List<MycelialInstigatorAgent> instigators = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<Pair> pairs = new ArrayList<>();
      for (int pair = i; pair < configuration.pairs().size(); pair += count) {
        pairs.add(configuration.pairs().get(pair));
      }
      AgentIdentity identity =
          identities.next("instigator-" + (i + 1), Role.INSTIGATOR, Layer.COLLABORATION, reaction);
      instigators.add(
          new MycelialInstigatorAgent(
              identity,
              pairs,
              configuration.council(),
              interval,
              new ProofSettings(
                  configuration.learning().falseDiscoveryPercent() / 100,
                  configuration.learners().total(),
                  configuration.learning().falseDiscoveryControl())));
    }
    return instigators;
  }

  /**
   * Each researcher looks back less far than the one before, 2 / (n + 1) of what is configured, and
   * shifts by other blocks and other draws, so that agreement of two is more than one vote twice.
   */
  List<DeepResearchAgent> researchers() {
    long reaction = Ticks.of(configuration.reactions().researcher());
    List<DeepResearchAgent> researchers = new ArrayList<>();
    for (int n = 1; n <= configuration.council().researchers(); n++) {
      AgentIdentity identity =
          identities.next("researcher-" + n, Role.RESEARCHER, Layer.QUALITY, reaction);
      int bars = configuration.research().historyBars() * 2 / (n + 1);
      RetestSettings settings = ledgers.retestSettings(bars, FIRST_BLOCK + FURTHER_BLOCK * (n - 1));
      MarketHistory history = new MarketHistory(bars, interval);
      Retest retest = new Retest(settings, history, Seeds.generator(seed, identity.id()));
      researchers.add(
          new DeepResearchAgent(
              identity,
              configuration.pairs(),
              MoatAgents.heard(configuration, Moat.FINANCE),
              history,
              retest));
    }
    return researchers;
  }
}
