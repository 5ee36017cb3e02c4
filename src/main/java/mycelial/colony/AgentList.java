package mycelial.colony;

import java.time.Duration;
import java.util.List;
import mycelial.bus.MessageBus;
import mycelial.config.Configuration;
import mycelial.config.HaltRelease;
import mycelial.feed.MarketFeed;
import mycelial.learning.ArchivedPattern;
import mycelial.learning.PatternArchive;
import mycelial.ledger.ClosedTrade;
import mycelial.ledger.CollisionRecord;
import mycelial.ledger.EquityPoint;
import mycelial.ledger.IdeaRecord;
import mycelial.ledger.Position;
import mycelial.ledger.TradeStore;
import mycelial.market.Interval;
import mycelial.message.Channel;

/** The roster that a configuration makes, without running it. */
public final class AgentList {
  private AgentList() {}

  /** Agents as a session on 1-minute bars of all pairs would have them. */
  public static Roster of(Configuration configuration) {
    Unused unused = new Unused();
    ColonyPlan plan =
        new ColonyPlan(
            configuration,
            configuration.seed(),
            "list",
            Duration.ofHours(configuration.session().warmUpHours()).toSeconds(),
            null,
            HaltRelease.LATCH,
            false,
            new ReplayPacer(),
            unused,
            null);
    RunDigest digest = new RunDigest(unused, unused);
    return Roster.build(
        new AgentFactory(
            plan, configuration.seed(), configuration.pairs(), Interval.MINUTE, digest));
  }

  /** Agents that are only listed open and store nothing. */
  private static final class Unused implements ColonyPlan.Ports, TradeStore, PatternArchive {
    private static IllegalStateException never() {
      return new IllegalStateException("agents that are only listed must not act");
    }

    @Override
    public MarketFeed openFeed() {
      throw never();
    }

    @Override
    public MessageBus openBus(List<Channel> channels, Runnable onMail) {
      throw never();
    }

    @Override
    public TradeStore trades() {
      return this;
    }

    @Override
    public PatternArchive patterns() {
      return this;
    }

    @Override
    public void opened(Position position) {
      throw never();
    }

    @Override
    public void closed(ClosedTrade trade) {
      throw never();
    }

    @Override
    public void idea(IdeaRecord idea) {
      throw never();
    }

    @Override
    public void collision(CollisionRecord collision) {
      throw never();
    }

    @Override
    public void equity(EquityPoint point) {
      throw never();
    }

    @Override
    public void archive(ArchivedPattern pattern) {
      throw never();
    }
  }
}
