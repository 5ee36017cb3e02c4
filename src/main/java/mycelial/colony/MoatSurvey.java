package mycelial.colony;

import java.util.List;
import java.util.OptionalLong;
import mycelial.agent.miner.DataMinerAgent;
import mycelial.config.Configuration;
import mycelial.feed.MarketFeed;
import mycelial.feed.MoatFeed;
import mycelial.market.MarketUpdate;

/**
 * What miners would know of the five moats at the end of a market, found without a session: the
 * feeds are read to their end, nothing is published.
 */
public final class MoatSurvey {
  private MoatSurvey() {}

  /**
   * Reads a market and its moats; the caller closes both. Signals that become known after the
   * market's end do not count.
   *
   * @throws mycelial.feed.BadDataException when one of them holds something that cannot be used
   */
  public static List<MoatReport> of(
      Configuration configuration, MarketFeed market, MoatFeed moats) {
    Roster roster = AgentList.of(configuration);
    for (OptionalLong time = market.nextTime(); time.isPresent(); time = market.nextTime()) {
      market.next().forEach(update -> hand(update, roster));
    }
    long end = market.lastTime();
    MoatMining mining = new MoatMining(moats, roster.moatMiners(), end + 1);
    return MoatReports.of(market.provenance(), roster, mining, end);
  }

  private static void hand(MarketUpdate update, Roster roster) {
    DataMinerAgent miner = roster.miner(update.pair());
    if (miner != null) {
      miner.remember(update.closed());
    }
  }
}
