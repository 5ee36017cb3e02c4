package mycelial.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import jdk.jfr.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchTest {
  private static final String PLAY = "mycelial.colony.Session.play";
  private static final String TRADER = "mycelial.agent.trader.TradingAgent.act";
  private static final String STEP = "mycelial.agent.Agent.step";

  @TempDir Path folder = Path.of("");

  @Test
  void sharedPartsCountForTheAgentThatUsesThem() {
    assertThat(Layers.of(List.of("a.B.c", "mycelial.ledger.Ledger.mark", TRADER, STEP, PLAY)))
        .isEqualTo("trader and ledgers");
    assertThat(
            Layers.of(
                List.of(
                    "mycelial.learning.Rule.fires",
                    "mycelial.learning.Brain.evaluate",
                    "mycelial.agent.learner.PatternLearnerAgent.act",
                    STEP,
                    PLAY)))
        .isEqualTo("learner: evaluate");
  }

  @Test
  void encodingIsNotRedisAndADigestIsNotTheTrader() {
    String redis = "mycelial.bus.redis.Publisher.send";
    assertThat(Layers.of(List.of("mycelial.bus.MessageCodec.encode", redis, PLAY)))
        .isEqualTo("encoding");
    assertThat(Layers.of(List.of("java.net.Socket.write", redis, PLAY))).isEqualTo("Redis write");
    assertThat(Layers.of(List.of("mycelial.colony.RunDigest.line", TRADER, STEP, PLAY)))
        .isEqualTo("digest");
  }

  @Test
  void whatIsNotPlayIsStartUp() {
    assertThat(Layers.of(List.of("mycelial.bus.MessageCodec.encode", "mycelial.cli.Main.main")))
        .isEqualTo(Layers.OUTSIDE_PLAY);
  }

  @Test
  void aPartIsNotTakenForAnotherOfTheSameBeginning() {
    assertThat(
            Layers.of(
                List.of(
                    "mycelial.colony.Postman.post", "mycelial.colony.Colony.post", TRADER, PLAY)))
        .isEqualTo("trader and ledgers");
    assertThat(
            Layers.of(
                List.of("mycelial.agent.Agent.deliver", "mycelial.colony.Postman.carry", PLAY)))
        .isEqualTo("delivery");
  }

  @Test
  void readsAFlightRecording() throws IOException, InterruptedException {
    Path file = folder.resolve("small.jfr");
    try (Recording recording = new Recording()) {
      recording.enable("jdk.ThreadPark").withThreshold(Duration.ZERO).withStackTrace();
      recording.start();
      Thread model = Thread.ofPlatform().name("main").start(() -> LockSupport.parkNanos(1_000_000));
      model.join();
      recording.stop();
      recording.dump(file);
    }
    Profile profile = Profile.read(file);
    assertThat(profile.seconds(Layers.OUTSIDE_PLAY)).isPositive();
    assertThat(profile.shares(1000)).containsEntry("not running", 100.0);
  }

  @Test
  void readsTheLastCollectionOfALog() throws IOException {
    Path log = folder.resolve("gc.log");
    Files.write(
        log,
        List.of(
            "[0.1s][info][gc] Using Serial",
            "[0.9s][info][gc] GC(0) Pause Young (Normal) (Allocation Failure) 102M->7M(371M) 4ms",
            "[1.9s][info][gc] GC(1) Pause Full (System.gc()) 92M->6M(371M) 4ms"));
    assertThat(GcLog.lastAfter(log)).isEqualTo(6);
  }

  @Test
  void readsThePeakOfAProcess() {
    assertThat(ProcessWatch.peakOf("Name:\tjava\nVmHWM:\t  204800 kB\nVmRSS:\t 100 kB\n"))
        .isEqualTo(204_800);
  }

  @Test
  void theMedianLiesBetweenTheExtremes() {
    assertThat(Figures.Spread.of(List.of(3.0, 1.0, 2.0))).isEqualTo(new Figures.Spread(2, 1, 3));
    assertThat(Figures.Spread.of(List.of(4.0, 1.0)).median()).isCloseTo(2.5, within(1e-9));
  }

  @Test
  void theTableSaysWhichTargetsAreMissed() {
    Figures figures =
        new Figures(
            "sample",
            1,
            30,
            3,
            1,
            0.5,
            new Figures.Spread(14_000, 13_000, 15_000),
            new Figures.Spread(60, 60, 60),
            1,
            2,
            3,
            133,
            2,
            new Figures.Memory(400, 10, 390, 60, 40, 50, 45),
            28_000,
            0.5,
            Map.of("digest", 1.5),
            Map.of("feed-ahead", 9.0),
            12_000,
            "ab12");
    assertThat(String.join("\n", Table.of(figures)))
        .contains("at least 15,000: NOT met")
        .contains("at least 100: met")
        .contains("at most 512: met")
        .contains("no growth (10 %): NOT met")
        .contains("digest ab12");
  }
}
