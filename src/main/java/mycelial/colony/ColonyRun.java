package mycelial.colony;

import mycelial.agent.Ticks;
import mycelial.bus.MessageBus;
import mycelial.feed.MarketFeed;
import org.jspecify.annotations.Nullable;

/** What exists of a colony between start and finish. Used by the thread that owns the model. */
final class ColonyRun {
  /** Its ways to the outside: market, signals, bus. */
  record Links(MarketFeed market, MoatMining moats, Courier courier, Entrance entrance) {}

  final MarketFeed feed;
  final MoatMining moats;
  final Mining mining;
  final MessageBus bus;
  final Courier courier;
  final Roster roster;
  final Postman postman;
  final RunDigest digest;
  final Entrance entrance;
  final OperatorDesk desk = new OperatorDesk();
  final long origin;
  final long tradingTick;
  final long endTick;
  long tick;
  long instants;
  long bars;
  long failures;
  boolean anchored;

  ColonyRun(
      Links links, Roster roster, RunDigest digest, ColonyPlan plan, @Nullable Onlooker watching) {
    this.feed = links.market();
    this.moats = links.moats();
    this.mining =
        plan.pacer().isBoundToTheWall()
            ? Mining.direct(feed, roster::miner)
            : new ReadAhead(feed, roster::miner);
    this.courier = links.courier();
    this.bus = courier.bus();
    this.entrance = links.entrance();
    this.roster = roster;
    this.digest = digest;
    MessageLog log = new MessageLog(roster::nameOf, plan.ports().messages());
    this.postman =
        new Postman(courier, log, roster.agents(), watching == null ? Onlooker.NOBODY : watching);
    this.origin = feed.firstTime();
    this.tradingTick = plan.warmUpSeconds() * Ticks.PER_SECOND;
    Long trading = plan.tradingSeconds();
    long last = feed.lastTime() - origin;
    long seconds = trading == null ? last : Math.min(last, plan.warmUpSeconds() + trading);
    this.endTick = seconds * Ticks.PER_SECOND;
  }

  /** Schedule time, seconds since the epoch. */
  double now() {
    return origin + Ticks.seconds(tick);
  }
}
