package mycelial.colony;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import mycelial.bus.MessageBus;
import mycelial.feed.MarketFeed;
import mycelial.feed.MoatFeed;
import mycelial.learning.PatternArchive;
import mycelial.ledger.TradeStore;
import mycelial.message.Channel;
import mycelial.storage.Storage;
import mycelial.storage.StoredMessage;

/**
 * Opens the adapters of a session's runs.
 *
 * @param request what was asked for
 * @param folder the session's own
 * @param storage where it keeps what it does
 * @param inbox where its connectors put what they bring
 * @param listener hears what a user should see
 * @param bus opens the bus
 */
record SessionPorts(
    SessionRequest request,
    SessionFolder folder,
    Storage storage,
    Inbox inbox,
    SessionListener listener,
    BiFunction<List<Channel>, Runnable, MessageBus> bus)
    implements ColonyPlan.Ports {
  @Override
  public MarketFeed openFeed() {
    LiveMarket live = request.live();
    return live == null ? request.feed().get() : live.feed();
  }

  @Override
  public MoatFeed openMoats() {
    return request.moats().get();
  }

  @Override
  public History openHistory() {
    Chronicle chronicle = request.chronicle();
    Path other = chronicle.folder();
    return new JournalHistory(
        other == null ? folder.path() : other, chronicle.mode() != Chronicle.Mode.REPLAYED);
  }

  @Override
  public boolean isLive() {
    return request.live() != null;
  }

  @Override
  public double lateSeconds() {
    LiveMarket live = request.live();
    return live == null ? Double.POSITIVE_INFINITY : live.lateSeconds();
  }

  @Override
  public void say(String line) {
    listener.say(line);
  }

  @Override
  public MessageBus openBus(List<Channel> channels, Runnable onMail) {
    return bus.apply(channels, onMail);
  }

  @Override
  public TradeStore trades() {
    LiveMarket live = request.live();
    LiveMarket.Line line = live == null ? null : live.line();
    return line == null ? storage : new PaperOrders(storage, line.clock(), line.orders());
  }

  @Override
  public PatternArchive patterns() {
    return storage;
  }

  @Override
  public Consumer<StoredMessage> messages() {
    return storage::message;
  }
}
