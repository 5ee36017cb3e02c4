package mycelial.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mycelial.bus.InMemoryBus;
import mycelial.bus.MessageBus;
import mycelial.colony.Colony;
import mycelial.colony.ColonyPlan;
import mycelial.colony.ReplayPacer;
import mycelial.config.Configuration;
import mycelial.config.ConfigurationLoader;
import mycelial.feed.MarketFeed;
import mycelial.feed.MoatFeed;
import mycelial.feed.replay.CandleFolder;
import mycelial.feed.replay.SignalFile;
import mycelial.learning.PatternArchive;
import mycelial.ledger.TradeStore;
import mycelial.message.Channel;
import mycelial.storage.SessionInfo;
import mycelial.storage.Storage;

/**
 * The program {@code replay} without Redis: the same plan over the in-memory bus. Arguments: folder
 * of candles, data folder, configuration file, seed. Prints one JSON object.
 */
final class InMemoryReplay implements ColonyPlan.Ports {
  private static final String ID = "replay-in-memory";

  private final Configuration configuration;
  private final Path candles;
  private final Storage storage;

  private InMemoryReplay(Configuration configuration, Path candles, Storage storage) {
    this.configuration = configuration;
    this.candles = candles;
    this.storage = storage;
  }

  public static void main(String[] args) throws IOException {
    Configuration configuration =
        ConfigurationLoader.load(Path.of(args[2]), System.getenv(), Map.of("seed", args[3]));
    SessionInfo info =
        new SessionInfo(
            ID,
            "replay",
            configuration.seed(),
            "SYNTHETIC",
            configuration.fingerprint(),
            args[0],
            "bench");
    try (Storage storage = Storage.open(Path.of(args[1]), info);
        OutputStream out = new FileOutputStream(FileDescriptor.out)) {
      Map<String, Object> result =
          new InMemoryReplay(configuration, Path.of(args[0]), storage).play();
      new ObjectMapper().writeValue(out, result);
    }
  }

  private Map<String, Object> play() {
    Colony colony =
        new Colony(
            new ColonyPlan(
                configuration,
                configuration.seed(),
                ID,
                0,
                null,
                configuration.risk().replayRelease(),
                false,
                new ReplayPacer(),
                this,
                null));
    long began = System.nanoTime();
    colony.start();
    boolean going = true;
    while (going) {
      going = colony.schedule.step(colony);
    }
    colony.settle();
    storage.flush();
    double seconds = (System.nanoTime() - began) / 1e9;
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("digest", colony.digest());
    result.put("bars", colony.counters().bars());
    result.put("wallSeconds", seconds);
    result.put("barsPerSecond", colony.counters().bars() / seconds);
    result.put("liveHeapBytes", liveHeap());
    colony.finish();
    return result;
  }

  /** What the colony holds at its end: the heap after a collection asked for. */
  private static long liveHeap() {
    var memory = ManagementFactory.getMemoryMXBean();
    memory.gc();
    return memory.getHeapMemoryUsage().getUsed();
  }

  @Override
  public MarketFeed openFeed() {
    return CandleFolder.open(candles, CandleFolder.Selection.ALL, configuration.names());
  }

  @Override
  public MoatFeed openMoats() {
    return SignalFile.open(candles);
  }

  @Override
  public MessageBus openBus(List<Channel> channels, Runnable onMail) {
    return new InMemoryBus(ID);
  }

  @Override
  public TradeStore trades() {
    return storage;
  }

  @Override
  public PatternArchive patterns() {
    return storage;
  }
}
