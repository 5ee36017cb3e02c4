package mycelial.cli;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import mycelial.bus.BusException;
import mycelial.colony.Colony;
import mycelial.colony.Session;
import mycelial.colony.SessionListener;
import mycelial.colony.SessionRequest;
import mycelial.config.ConfigurationException;
import mycelial.feed.BadDataException;
import mycelial.feed.kraken.KrakenException;
import mycelial.gui.Host;
import mycelial.gui.Notice;
import mycelial.gui.Parameter;
import mycelial.ledger.TradeStore.StoreException;
import mycelial.storage.StorageException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParameterException;

/**
 * Opens a session as {@code run} does for each press of Play, and keeps and prints its result as
 * {@code run} does.
 */
final class GuiHost implements Host {
  private final GuiCommand command;
  private final Player player;
  private final PrintWriter err;
  private final int seed;
  private final GuiParameters parameters;
  private Progress progress;
  private Notice window = line -> {};
  private boolean failed;

  GuiHost(GuiCommand command, int seed, PrintWriter err) {
    this.command = command;
    this.player = command.player();
    this.err = err;
    this.seed = seed;
    this.parameters = new GuiParameters(command.common);
    this.progress = command.progress();
  }

  /** Tells both the terminal and the window. */
  private final class Listener implements SessionListener {
    @Override
    public void progress(Colony colony) {
      progress.progress(colony);
    }

    @Override
    public void say(String line) {
      progress.say(line);
      window.say(line);
    }
  }

  @Override
  public int seed() {
    return seed;
  }

  @Override
  public List<Parameter> parameters() {
    return parameters.all();
  }

  @Override
  public @Nullable String change(String key, String value) {
    return parameters.change(key, value);
  }

  @Override
  public Map<String, String> changes() {
    return parameters.changes();
  }

  @Override
  public void reset() {
    parameters.reset();
  }

  @Override
  public @Nullable Session open(int withSeed, Notice listener) {
    window = listener;
    failed = true;
    try {
      command.session.seed = (long) withSeed;
      SessionRequest request = command.request();
      progress = command.progress();
      Session session = Session.open(request, new Listener());
      failed = false;
      progress.say(Player.announcement(request, session));
      return session;
    } catch (BusException
        | KrakenException
        | ConfigurationException
        | ParameterException
        | StorageException
        | BadDataException
        | UncheckedIOException
        | IllegalStateException known) {
      tell(known);
      return null;
    }
  }

  @Override
  public boolean attempt(Session session, BooleanSupplier part) {
    boolean fine = false;
    try {
      boolean going = Player.noting(session, part::getAsBoolean);
      fine = true;
      return going;
    } catch (BusException
        | KrakenException
        | StoreException
        | BadDataException
        | UncheckedIOException
        | IllegalStateException known) {
      tell(known);
      return false;
    } finally {
      failed |= !fine;
    }
  }

  private void tell(RuntimeException failure) {
    String sentence = Failures.sentence(failure);
    err.println(sentence);
    err.flush();
    window.say(sentence);
  }

  @Override
  public void conclude(Session session) {
    progress.end();
    if (!failed) {
      attempt(
          session,
          () -> {
            player.finish(session, session.conclude());
            return true;
          });
    }
  }

  /** Whether the last session could not be played to its end. */
  boolean hasFailed() {
    return failed;
  }
}
