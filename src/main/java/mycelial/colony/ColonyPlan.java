package mycelial.colony;

import java.util.List;
import java.util.function.Consumer;
import mycelial.bus.MessageBus;
import mycelial.config.Configuration;
import mycelial.config.HaltRelease;
import mycelial.feed.MarketFeed;
import mycelial.feed.MoatFeed;
import mycelial.learning.PatternArchive;
import mycelial.ledger.TradeStore;
import mycelial.message.Channel;
import mycelial.storage.StoredMessage;
import mycelial.storage.SwarmSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a colony is made from. Adapters are opened by {@link Ports} when a run starts and
 * released when it ends, so that one colony can be run again.
 *
 * @param configuration what is in force
 * @param seed of every random draw
 * @param idPrefix first part of trade ids
 * @param warmUpSeconds how long after the feed's beginning ideas are not traded on
 * @param tradingSeconds how long trading goes on, or null until the feed ends
 * @param release what lifts a risk halt
 * @param flatten whether open positions are closed at the end
 * @param pacer when instants may happen
 * @param ports opens the adapters
 * @param start what learners and memory start from, or null for nothing
 */
public record ColonyPlan(
    Configuration configuration,
    long seed,
    String idPrefix,
    long warmUpSeconds,
    @Nullable Long tradingSeconds,
    HaltRelease release,
    boolean flatten,
    Pacer pacer,
    Ports ports,
    @Nullable SwarmSnapshot start) {

  /** The outside, opened anew for each run. */
  public interface Ports {
    /** The market. */
    MarketFeed openFeed();

    /** The moats' signals; there are none unless they are given. */
    default MoatFeed openMoats() {
      return MoatFeed.none("no signal feed");
    }

    /** The bus; {@code onMail} is called by any thread when a command has arrived. */
    MessageBus openBus(List<Channel> channels, Runnable onMail);

    /** What has entered the session from outside before, and where it is kept. */
    default History openHistory() {
      return History.NONE;
    }

    /**
     * Whether the market lives: it is not known how it goes on, and quotes alone judge stops and
     * targets.
     */
    default boolean isLive() {
      return false;
    }

    /**
     * Seconds after its end from which on a bar that enters is late; only where the market lives.
     */
    default double lateSeconds() {
      return Double.POSITIVE_INFINITY;
    }

    /** Where connectors put what they bring. */
    default Inbox inbox() {
      return new Inbox();
    }

    /** Something that a user should see, in one line. */
    default void say(String line) {}

    /** Where trades are kept. */
    TradeStore trades();

    /** Where patterns are kept. */
    PatternArchive patterns();

    /** Where messages off the trading path are kept; nowhere, unless somebody asks for them. */
    default Consumer<StoredMessage> messages() {
      return message -> {};
    }
  }
}
