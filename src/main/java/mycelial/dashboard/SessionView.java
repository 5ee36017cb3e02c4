package mycelial.dashboard;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import mycelial.storage.PatternTail;
import mycelial.storage.SessionTail;
import mycelial.storage.StorageException;
import org.jspecify.annotations.Nullable;

/**
 * What is shown of a session, brought up to date from the databases and the prices heard. Used by
 * the poller's thread.
 */
final class SessionView implements AutoCloseable {
  private final Subject subject;
  private final Prices prices;
  private final NewsSection news = new NewsSection();
  private final PatternSection patterns = new PatternSection();
  private final List<Section> sections;
  private @Nullable SessionTail tail;
  private @Nullable PatternTail archive;
  private long version = -1;
  private int quiet;
  private String trouble = "";

  SessionView(Subject subject, Prices prices) {
    this.subject = subject;
    this.prices = prices;
    this.sections =
        List.of(
            new HeadSection(() -> subject.live().get().isPresent()),
            new LedgerSection(),
            new IdeaSection(),
            news);
  }

  /** What has changed since the last call; an empty object when nothing has. */
  ObjectNode update() {
    ObjectNode update = Json.object();
    try {
      read(update);
      say("", update);
    } catch (StorageException failed) {
      close();
      say(String.valueOf(failed.getMessage()), update);
    }
    prices.tellChanged(update);
    return update;
  }

  private void say(String sentence, ObjectNode update) {
    if (!sentence.equals(trouble)) {
      trouble = sentence;
      update.put("trouble", trouble);
    }
  }

  /** Whether the process still runs is not seen in a database's version. */
  private static final int LOOK_ANYWAY = 8;

  private void read(ObjectNode update) {
    SessionTail from = tail;
    PatternTail archived = archive;
    if (from == null || archived == null) {
      close();
      from = SessionTail.open(subject.databases(), subject.session());
      tail = from;
      archived = PatternTail.open(subject.databases(), subject.session());
      archive = archived;
      version = -1;
    }
    long now = from.version();
    quiet++;
    if (now == version && quiet < LOOK_ANYWAY) {
      return;
    }
    quiet = 0;
    version = now;
    for (Section section : sections) {
      section.read(from, update);
    }
    patterns.read(archived, news, update);
  }

  /** Everything. */
  ObjectNode snapshot() {
    ObjectNode snapshot = Json.object();
    sections.forEach(section -> section.tell(snapshot));
    patterns.tell(news, snapshot);
    prices.tell(snapshot);
    snapshot.set("pairs", Json.MAPPER.valueToTree(subject.pairs()));
    return snapshot.put("trouble", trouble);
  }

  @Override
  public void close() {
    SessionTail trades = tail;
    PatternTail patternsOf = archive;
    tail = null;
    archive = null;
    version = -1;
    if (trades != null) {
      trades.close();
    }
    if (patternsOf != null) {
      patternsOf.close();
    }
  }
}
