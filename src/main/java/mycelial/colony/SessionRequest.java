package mycelial.colony;

import java.nio.file.Path;
import java.util.function.Supplier;
import mycelial.config.Configuration;
import mycelial.config.HaltRelease;
import mycelial.config.Secrets;
import mycelial.feed.MarketFeed;
import mycelial.feed.MoatFeed;
import org.jspecify.annotations.Nullable;

/**
 * What a user asks for.
 *
 * @param id of the session
 * @param kind run or replay
 * @param configuration what is in force
 * @param secrets where an existing Redis is, and how to log in
 * @param dataDir where sessions and databases live
 * @param channelPrefix put before every channel name on Redis
 * @param feed opens the market
 * @param moats opens the moats' signals
 * @param inputs what is played, with checksums, for the session's row
 * @param warmUpSeconds how long after the feed's beginning ideas are not traded on
 * @param tradingSeconds how long trading goes on, or null until the feed ends
 * @param release what lifts a risk halt
 * @param flatten whether open positions are closed at the end
 * @param pacer when instants may happen
 * @param build id of the program
 * @param chronicle how it stands to its journal
 * @param live the market if it lives, else null; then {@code feed} opens the past that it warms up
 *     on
 * @param swarm what it starts from, and whether what it learns is saved
 */
public record SessionRequest(
    String id,
    SessionKind kind,
    Configuration configuration,
    Secrets secrets,
    Path dataDir,
    String channelPrefix,
    Supplier<MarketFeed> feed,
    Supplier<MoatFeed> moats,
    String inputs,
    long warmUpSeconds,
    @Nullable Long tradingSeconds,
    HaltRelease release,
    boolean flatten,
    Pacer pacer,
    String build,
    Chronicle chronicle,
    @Nullable LiveMarket live,
    SwarmPlan swarm) {

  /** The same as a session that goes on where it was, from what it started from. */
  public SessionRequest resumed(String session, SwarmPlan plan) {
    return again(session, kind, pacer, Chronicle.resume(), plan);
  }

  /**
   * The same played again from the journal in a folder as a replay of another name: as fast as it
   * goes, with databases of its own, and saving nothing.
   */
  public SessionRequest replayed(String session, Path journal, SwarmPlan plan) {
    return again(session, SessionKind.REPLAY, new ReplayPacer(), Chronicle.replay(journal), plan);
  }

  private SessionRequest again(
      String session, SessionKind as, Pacer pace, Chronicle stand, SwarmPlan plan) {
    return new SessionRequest(
        session,
        as,
        configuration,
        secrets,
        dataDir,
        channelPrefix,
        feed,
        moats,
        inputs,
        warmUpSeconds,
        tradingSeconds,
        release,
        flatten,
        pace,
        build,
        stand,
        live,
        plan);
  }

  /**
   * Where the session's databases are: a run appends to the data folder's, a replay has its own.
   */
  public Path databases() {
    return kind == SessionKind.RUN ? dataDir : SessionFolder.sessions(dataDir).resolve(id);
  }
}
