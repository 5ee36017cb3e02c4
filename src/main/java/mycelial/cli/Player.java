package mycelial.cli;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;
import mycelial.bus.BusException;
import mycelial.colony.ReplayPacer;
import mycelial.colony.Session;
import mycelial.colony.SessionKind;
import mycelial.colony.SessionRequest;
import mycelial.colony.SessionResult;
import mycelial.feed.BadDataException;
import mycelial.ledger.TradeStore.StoreException;
import mycelial.report.ReportPage;
import mycelial.storage.SessionStatus;
import mycelial.storage.StorageException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Model.CommandSpec;

/** Plays a session for a command: progress, Ctrl-C, result, report, exit code. */
final class Player {
  private static final Logger LOG = LoggerFactory.getLogger(Player.class);

  private final PrintWriter out;
  private final PrintWriter err;
  private final boolean json;
  private final Paint paint;

  /** Prints where the command prints, as its common options say. */
  Player(CommandSpec spec, Common common) {
    this.out = spec.commandLine().getOut();
    this.err = spec.commandLine().getErr();
    this.json = common.json;
    this.paint = common.paint();
  }

  static String newId(SessionKind kind) {
    int salt = ThreadLocalRandom.current().nextInt(0x10000);
    return String.format(Locale.ROOT, "%s-%s-%04x", kind.label(), Times.stamp(Instant.now()), salt);
  }

  int play(SessionRequest request) {
    return play(request, status -> {});
  }

  /** Plays; who watches hears how the session stands. */
  int play(SessionRequest request, Consumer<SessionStatus> watching) {
    request.secrets().warnings().forEach(err::println);
    Progress progress = new Progress(json ? err : out);
    try (Interrupts interrupts = new Interrupts(err);
        Session session = Session.open(request, new Watched(progress, watching))) {
      interrupts.onFirst(session::interrupt);
      progress.say(announcement(request, session));
      finish(session, played(session, progress));
      return interrupts.any() ? ExitCode.INTERRUPTED : ExitCode.FINE;
    }
  }

  private static SessionResult played(Session session, Progress progress) {
    try {
      return noting(session, () -> session.play(System::nanoTime));
    } finally {
      progress.end();
    }
  }

  /** Whatever ends a session early is noted with it, and then goes its way. */
  static <T> T noting(Session session, Supplier<T> part) {
    String failure = "unexpected; see the log";
    boolean failed = true;
    try {
      T done = part.get();
      failed = false;
      return done;
    } catch (BusException
        | StoreException
        | BadDataException
        | UncheckedIOException
        | IllegalStateException known) {
      failure = Failures.sentence(known);
      throw known;
    } finally {
      if (failed) {
        note(session, failure);
      }
    }
  }

  /** Must not hide the failure itself, which may be that nothing can be written any more. */
  private static void note(Session session, String failure) {
    try {
      session.recordFailure(failure);
    } catch (StoreException lost) {
      LOG.warn("the session's failure cannot be stored: {}", lost.getMessage());
    }
  }

  static String announcement(SessionRequest request, Session session) {
    return "session "
        + request.id()
        + ", seed "
        + request.configuration().seed()
        + ", Redis at "
        + session.endpoint().host()
        + ":"
        + session.endpoint().port()
        + ", files in "
        + session.folder().path();
  }

  /** Keeps the result with the session and prints it. */
  void finish(Session session, SessionResult result) {
    String text = Output.json(result);
    session.record(result, text);
    ReportFile.write(session.folder().path().resolve("result.json"), text);
    ReportFile.write(
        session.folder().path().resolve("report.txt"), ReportText.of(result, Paint.NONE));
    out.print(json ? text + System.lineSeparator() : ReportText.of(result, paint));
    String page = pageLine(session);
    if (!json) {
      out.println(page);
    }
    out.flush();
  }

  /**
   * Says where the report's page is. It takes a second of work, which nobody feels who has waited
   * for the wall; what is played as fast as can be has it made when somebody asks.
   */
  private String pageLine(Session session) {
    if (session.request().pacer() instanceof ReplayPacer) {
      return "As a page, with the verdict on synergy: mycelial report " + session.request().id();
    }
    page(session);
    return "As a page, with the verdict on synergy: "
        + session.folder().path().resolve("report.html");
  }

  /** The page of the report; that it fails takes nothing away from the session. */
  private void page(Session session) {
    try {
      ReportFile.of(session.request().databases(), session.request().id())
          .ifPresent(report ->
              ReportFile.write(
                  session.folder().path().resolve("report.html"), ReportPage.of(report)));
    } catch (StorageException | StoreException | UncheckedIOException failed) {
      err.println("the report's page could not be written: " + Failures.sentence(failed));
    }
  }
}
