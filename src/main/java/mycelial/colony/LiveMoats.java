package mycelial.colony;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import mycelial.config.Configuration;
import mycelial.config.LiveMoatSettings;
import mycelial.config.MoatSettings;
import mycelial.config.Secrets;
import mycelial.feed.MoatFeed;
import mycelial.feed.ScaledClock;
import mycelial.feed.moat.MoatAccess;
import mycelial.feed.moat.MoatConnector;
import mycelial.feed.moat.MoatFeedSettings;
import mycelial.feed.moat.SourceSettings;
import mycelial.market.Moat;
import mycelial.market.MoatTarget;
import org.jspecify.annotations.Nullable;

/** The moats of a live session, as configured: what is asked for, and by whom it is brought. */
public final class LiveMoats {
  private static final String NAME = "GitHub, PortWatch, Federal Register, EDGAR";
  private static final List<Moat> MOATS =
      List.of(Moat.CODE, Moat.LOGISTICS, Moat.GOVERNMENT, Moat.CORPORATIONS);
  private static final int SECONDS_A_MINUTE = 60;

  private LiveMoats() {}

  /** The feed of a live session, whose signals arrive by the {@link #connector}. */
  public static MoatFeed feed(Configuration configuration) {
    return MoatFeed.live(NAME, targets(configuration.moats()));
  }

  /**
   * What brings the signals.
   *
   * @param server a server that has all four sources below its address, or null for the configured
   *     ones
   * @param told the newest event of each target in the session's journal, seconds since the epoch;
   *     empty for a new session
   */
  public static MoatConnector connector(
      Configuration configuration,
      Secrets secrets,
      ScaledClock clock,
      @Nullable URI server,
      Map<MoatTarget, Long> told) {
    MoatFeedSettings settings = settings(configuration);
    return new MoatConnector(
        server == null ? settings : settings.below(server),
        MoatAccess.of(configuration.liveMoats().contact(), secrets.githubToken()),
        clock,
        configuration.seed(),
        told);
  }

  /** Asks only for what belongs to a target that somebody listens to. */
  static MoatFeedSettings settings(Configuration configuration) {
    LiveMoatSettings live = configuration.liveMoats();
    MoatSettings moats = configuration.moats();
    return new MoatFeedSettings(
        targets(moats),
        source(live.github(), Moat.CODE, moats),
        source(live.portWatch(), Moat.LOGISTICS, moats),
        source(live.federalRegister(), Moat.GOVERNMENT, moats),
        source(live.edgar(), Moat.CORPORATIONS, moats),
        live.portWatchStaleDays(),
        live.deadlineSeconds());
  }

  private static List<MoatTarget> targets(MoatSettings moats) {
    List<MoatTarget> targets = new ArrayList<>();
    for (Moat moat : MOATS) {
      moats.targets(moat).forEach(name -> targets.add(new MoatTarget(moat, name)));
    }
    return targets;
  }

  private static SourceSettings source(LiveMoatSettings.Feed feed, Moat moat, MoatSettings moats) {
    SortedMap<String, MoatTarget> members = new TreeMap<>();
    feed.members()
        .forEach((member, target) -> {
          if (moats.targets(moat).contains(target)) {
            members.put(member, new MoatTarget(moat, target));
          }
        });
    return new SourceSettings(
        URI.create(feed.url()),
        feed.everyMinutes() * SECONDS_A_MINUTE,
        feed.historyDays(),
        members);
  }
}
