package mycelial.bench.live;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import mycelial.bench.BenchException;
import mycelial.stub.StubExchange;

/** One session with its kills. */
final class LiveSessionRun {
  private static final double SHORTEST_LIFE_SECONDS = 4;
  private static final int REFUSED = 5;

  private final LiveStage stage;
  private final StubExchange exchange;
  private final SplittableRandom random;
  private final PrintWriter out;
  private final List<String> violations = new ArrayList<>();
  private Map<String, String> confirmed = new TreeMap<>();
  private String id = "";
  private String state = "";
  private int kills;
  private int redisKills;
  private int kept;

  LiveSessionRun(LiveStage stage, StubExchange exchange, SplittableRandom random, PrintWriter out) {
    this.stage = stage;
    this.exchange = exchange;
    this.random = random;
    this.out = out;
  }

  /** Plays the session to its end, however often it is killed. */
  void play(int hours, double speed, int wantedKills, int wantedRedisKills, int patienceHours)
      throws IOException, InterruptedException {
    double life = hours * 3600 / speed;
    LiveStage.Running running =
        stage.begin(
            List.of(
                "run",
                "--feed",
                "kraken",
                "--exchange-url",
                exchange.url().toString(),
                "--speed",
                String.valueOf(speed),
                "--hours",
                String.valueOf(hours)));
    long end = System.nanoTime() + TimeUnit.HOURS.toNanos(patienceHours);
    awaitJournal(running);
    while (System.nanoTime() < end) {
      boolean more = kills < wantedKills || redisKills < wantedRedisKills;
      // On average half of the session is played between kills; the rest goes by while it is
      // resumed.
      double pause =
          SHORTEST_LIFE_SECONDS + random.nextDouble(life / (1 + wantedKills + wantedRedisKills));
      boolean over =
          more
              ? running.process().waitFor((long) (pause * 1000), TimeUnit.MILLISECONDS)
              : running.process().waitFor(patienceHours, TimeUnit.HOURS);
      if (over && running.process().exitValue() == REFUSED) {
        running = resume(); // the exchange was away: whoever runs it starts it again
      } else if (over) {
        conclude(running, hours);
        return;
      } else if (more) {
        running = strike(running, wantedKills, wantedRedisKills);
      }
    }
    running.process().destroyForcibly();
    throw new BenchException("the session does not end");
  }

  private void awaitJournal(LiveStage.Running running) throws IOException, InterruptedException {
    Optional<String> found = stage.session();
    while (found.isEmpty()) {
      if (running.process().waitFor(100, TimeUnit.MILLISECONDS)) {
        throw new BenchException("the session could not begin; see " + running.errors());
      }
      found = stage.session();
    }
    id = found.get();
  }

  private LiveStage.Running strike(LiveStage.Running running, int wantedKills, int wantedRedis)
      throws IOException, InterruptedException {
    boolean redis = kills >= wantedKills || (redisKills < wantedRedis && random.nextBoolean());
    if (redis) {
      stage.redis(id).ifPresent(ProcessHandle::destroyForcibly);
      redisKills++;
      return running;
    }
    running.process().destroyForcibly().waitFor();
    kills++;
    compare("after kill " + kills);
    out.printf(
        "kill %d at %.0f of the exchange, %d positions%n", kills, exchange.now(), confirmed.size());
    out.flush();
    return resume();
  }

  private LiveStage.Running resume() throws IOException {
    return stage.begin(List.of("resume", id));
  }

  /** What was confirmed before is still there, unchanged. */
  private void compare(String when) {
    Map<String, String> now = FillCheck.positions(stage.data(), id);
    confirmed.forEach((trade, row) -> {
      String after = now.get(trade);
      if (after == null) {
        violations.add(when + " trade " + trade + " is gone");
      } else if (!after.startsWith(
          row.endsWith("open") ? row.substring(0, row.length() - 4) : row)) {
        violations.add(when + " trade " + trade + " is not what it was: " + row + " / " + after);
      } else {
        kept++;
      }
    });
    confirmed = now;
  }

  private void conclude(LiveStage.Running running, int hours) throws IOException {
    compare("at the end");
    if (running.process().exitValue() != 0) {
      violations.add("exit code " + running.process().exitValue() + "; see " + running.errors());
      state = "FAILED";
      return;
    }
    state = running.result().path("state").asText();
    if (!state.equals("COMPLETED")) {
      violations.add("it ended as " + state);
    }
    JsonNode period = running.result().path("period");
    Duration traded =
        Duration.between(
            Instant.parse(period.path("tradingFrom").asText()),
            Instant.parse(period.path("to").asText()));
    if (traded.compareTo(Duration.ofHours(hours).minusMinutes(2)) < 0) {
      violations.add("it was to trade for " + hours + " h and ended after " + traded);
    }
  }

  String id() {
    return id;
  }

  String state() {
    return state;
  }

  int kills() {
    return kills;
  }

  int redisKills() {
    return redisKills;
  }

  int kept() {
    return kept;
  }

  List<String> violations() {
    return violations;
  }
}
