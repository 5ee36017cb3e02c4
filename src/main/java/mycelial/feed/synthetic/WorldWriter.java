package mycelial.feed.synthetic;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import mycelial.market.Bar;
import mycelial.market.MoatSignal;
import mycelial.market.PairSpec;

/**
 * Writes a synthetic market as a folder: one file a pair in Kraken's form, the moats' series and
 * the truth. The same specification gives the same bytes.
 */
public final class WorldWriter {
  private static final String TRUTH = "world.json";

  private WorldWriter() {}

  /**
   * Writes the market of a specification. Everything is written beside the folder first and then
   * put in its place, so that a folder is never half written; an earlier market in it is replaced.
   *
   * @throws IllegalArgumentException when the folder holds anything but an earlier market
   * @throws IOException when the files cannot be written
   */
  public static void write(WorldSpec spec, Path folder) throws IOException {
    Path target = folder.toAbsolutePath().normalize();
    requireReplaceable(target);
    Path name = target.getFileName();
    Path parent = target.getParent();
    if (name == null || parent == null) {
      throw new IllegalArgumentException(folder + " cannot be replaced; name a folder inside it");
    }
    Files.createDirectories(parent);
    Path draft = parent.resolve("." + name + ".draft");
    removeFolder(draft); // left behind where a run was killed
    Files.createDirectory(draft);
    try {
      writeFiles(spec, draft);
      removeFolder(target);
      Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      removeFolder(draft);
    }
  }

  private static void requireReplaceable(Path target) throws IOException {
    if (!Files.exists(target)) {
      return;
    }
    if (!Files.isDirectory(target)) {
      throw new IllegalArgumentException(target + " is a file; name a folder to write the market");
    }
    List<Path> entries = entries(target);
    boolean market = entries.isEmpty() || Files.isRegularFile(target.resolve(TRUTH));
    for (Path entry : entries) {
      market &= entry.endsWith(TRUTH) || entry.toString().endsWith(".csv");
    }
    if (!market) {
      throw new IllegalArgumentException(
          target + " holds other files than a generated market; name an empty or new folder");
    }
  }

  private static List<Path> entries(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    }
  }

  private static void removeFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    for (Path entry : entries(folder)) {
      Files.delete(entry);
    }
    Files.delete(folder);
  }

  private static void writeFiles(WorldSpec spec, Path folder) throws IOException {
    World world = new World(spec);
    writeBars(spec, world, folder);
    writeSignals(spec, folder.resolve("signals.csv"));
    Files.writeString(folder.resolve(TRUTH), Truth.json(spec, world));
  }

  private static void writeBars(WorldSpec spec, World world, Path folder) throws IOException {
    List<BufferedWriter> files = new ArrayList<>();
    try {
      for (PairSpec pair : spec.pairs()) {
        String name = pair.pair().name().replace('/', '-');
        String file = name + "_" + spec.interval().minutes() + ".csv";
        files.add(Files.newBufferedWriter(folder.resolve(file)));
      }
      Market market = new Market(spec, world);
      for (long time = spec.start(); time < spec.end(); time += spec.interval().seconds()) {
        List<Bar> bars = market.next();
        for (int i = 0; i < bars.size(); i++) {
          writeBar(bars.get(i), spec.pairs().get(i).priceDecimals(), files.get(i));
        }
      }
    } finally {
      for (BufferedWriter file : files) {
        file.close();
      }
    }
  }

  private static void writeBar(Bar bar, int decimals, BufferedWriter file) throws IOException {
    StringBuilder line = new StringBuilder(96).append(bar.start()).append(',');
    Decimal.append(line, bar.open(), decimals);
    Decimal.append(line.append(','), bar.high(), decimals);
    Decimal.append(line.append(','), bar.low(), decimals);
    Decimal.append(line.append(','), bar.close(), decimals);
    Decimal.append(line.append(','), bar.volume(), Decimal.VOLUME_DECIMALS);
    file.append(line.append(',').append(bar.trades()).append('\n'));
  }

  private static void writeSignals(WorldSpec spec, Path path) throws IOException {
    try (BufferedWriter file = Files.newBufferedWriter(path)) {
      file.append("timestamp,channel,field,value\n");
      MoatSeries series = new MoatSeries(spec);
      while (series.hasNext()) {
        MoatSignal signal = series.next();
        StringBuilder line = new StringBuilder(64).append(signal.eventTime()).append(',');
        line.append(signal.target().channel()).append(',').append(signal.field()).append(',');
        Decimal.append(line, signal.value(), MoatSeries.DECIMALS);
        file.append(line.append('\n'));
      }
    }
  }
}
