package mycelial.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import mycelial.storage.DatabaseCheck;
import mycelial.storage.Finding;
import mycelial.storage.StoredSession;
import mycelial.storage.TradeQueries;

/** One session, killed and started again, and everything that must hold afterwards. */
final class Kill {
  private static final int KILLED = 128 + 9;

  private final KillStage stage;
  private final KillStage.Kind kind;
  private final KillStage.Play expected;
  private final List<String> violations = new ArrayList<>();
  private boolean hit;
  private boolean restarted;
  private int kept;

  Kill(KillStage stage, KillStage.Kind kind, KillStage.Play expected) {
    this.stage = stage;
    this.kind = kind;
    this.expected = expected;
  }

  /** Whether anything was there to be killed. */
  boolean hit() {
    return hit;
  }

  /** Whether the session had to be started again. */
  boolean restarted() {
    return restarted;
  }

  /** Closed trades that the killed session had stored. */
  int kept() {
    return kept;
  }

  /** What must hold and does not. */
  List<String> violations() {
    return violations;
  }

  String words() {
    if (!violations.isEmpty()) {
      return "VIOLATED " + violations;
    }
    if (!hit) {
      return "nothing was there to be hit";
    }
    return restarted
        ? kept + " of " + expected.trades().size() + " trades kept, the restart is as it should be"
        : "the session went on as if nothing had been";
  }

  /** Starts, kills after so many seconds of work, starts again where needed, and checks. */
  void strike(KillBench.Victim victim, double seconds) throws IOException, InterruptedException {
    Set<String> before = stage.sessions();
    Process process = stage.start(kind);
    boolean ended = KillStage.awaitWork(process, seconds) < seconds;
    Set<String> fresh = new TreeSet<>(stage.sessions());
    fresh.removeAll(before);
    Optional<String> id = fresh.stream().findFirst();
    if (victim != KillBench.Victim.JVM && id.isPresent()) {
      Optional<ProcessHandle> redis = stage.redis(id.get());
      hit = redis.isPresent();
      redis.ifPresent(ProcessHandle::destroyForcibly);
    }
    if (victim != KillBench.Victim.REDIS && !ended) {
      hit = true;
      process.destroyForcibly();
    }
    int code = process.waitFor();
    if (code == KILLED) {
      restarted = true;
      code = stage.start(kind).waitFor();
    }
    finished(code);
    if (restarted && id.isPresent()) {
      killed(id.get());
    }
    orphans();
  }

  /** The session that came to its end did what it does undisturbed. */
  private void finished(int code) throws IOException {
    if (code != 0) {
      violations.add("exit code " + code + ": " + stage.errors());
      return;
    }
    JsonNode result = stage.result().orElseThrow();
    String id = result.path("session").asText();
    if (!result.path("digest").asText().equals(expected.digest())) {
      violations.add("digest " + result.path("digest").asText());
    }
    if (!stage.trades(kind, id).equals(expected.trades())) {
      violations.add("the trades of " + id + " are not those of the undisturbed session");
    }
    sound(stage.databases(kind, id));
  }

  /** Of the killed session a first part is there, whole. */
  private void killed(String id) throws IOException {
    Path folder = stage.databases(kind, id);
    if (!Files.exists(folder.resolve("mycelial_patterns.db"))) {
      return; // it was killed before it had both databases; nothing is written before
    }
    sound(folder);
    List<KillStage.Closed> trades = stage.trades(kind, id);
    kept = trades.size();
    if (new HashSet<>(trades).size() != kept) {
      violations.add("trades of " + id + " are doubled");
    }
    if (!isBeginning(trades)) {
      violations.add("the trades of " + id + " are not the first of the undisturbed session");
    }
    try (TradeQueries queries = TradeQueries.open(folder)) {
      for (StoredSession session : queries.sessions()) {
        boolean isRun = kind == KillStage.Kind.RUN;
        if (session.info().id().equals(id) && isRun && !session.state().equals("KILLED")) {
          violations.add(id + " is said to be " + session.state());
        }
      }
    }
  }

  /** Of those that closed at the very instant of the last one, some may not have been written. */
  private boolean isBeginning(List<KillStage.Closed> trades) {
    double last = trades.isEmpty() ? 0 : trades.getLast().time();
    return expected.trades().containsAll(trades)
        && expected.trades().stream()
            .filter(closed -> closed.time() < last)
            .allMatch(trades::contains);
  }

  private void sound(Path folder) {
    for (Finding finding : DatabaseCheck.check(folder).findings()) {
      violations.add(finding.text());
    }
  }

  private void orphans() throws IOException {
    for (String id : stage.sessions()) {
      if (stage.redis(id).isPresent()) {
        violations.add("the Redis of " + id + " still runs");
      }
    }
  }
}
