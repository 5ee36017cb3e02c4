package mycelial.feed.replay;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import mycelial.feed.BadDataException;
import mycelial.feed.MoatFeed;
import mycelial.feed.MoatSource;
import mycelial.market.MoatProvenance;
import mycelial.market.MoatSignal;
import mycelial.market.MoatTarget;
import mycelial.market.Provenance;
import org.jspecify.annotations.Nullable;

/**
 * The moats' signals beside a folder of candles: {@code signals.csv} or {@code signals.csv.gz} with
 * the header {@code timestamp,channel,field,value[,seen]}, sorted by the time at which they became
 * known. Read line by line; memory does not grow with the file.
 */
public final class SignalFile {
  private static final List<String> NAMES = List.of("signals.csv", "signals.csv.gz");

  private SignalFile() {}

  /** Whether a file of that name holds signals and no candles. */
  static boolean isName(String name) {
    return NAMES.contains(name);
  }

  /**
   * Opens the signals of a folder; a feed that has nothing where there is no such file. A row that
   * cannot be used is reported when the replay reaches it, after all that stands before it.
   *
   * @throws BadDataException when the file cannot be used from its beginning on
   */
  public static MoatFeed open(Path folder) {
    DataFile file = in(folder);
    if (file == null) {
      return MoatFeed.none("no signal file");
    }
    MoatSource source = new MoatSource(provenance(folder), file.name(), targets(file));
    return new SignalFeed(SignalReader.open(file), source);
  }

  /** Simulated where the candles beside them are. */
  static MoatProvenance provenance(Path folder) {
    return World.in(folder).provenance() == Provenance.SYNTHETIC
        ? MoatProvenance.SIMULATED
        : MoatProvenance.RECORDED;
  }

  /** The signal file of a folder, if there is one. */
  static @Nullable DataFile in(Path folder) {
    List<DataFile> found = new ArrayList<>();
    for (String name : NAMES) {
      Path path = folder.resolve(name);
      if (Files.exists(path)) {
        found.add(new DataFile(path));
      }
    }
    if (found.size() > 1) {
      throw new BadDataException(
          String.join(" and ", NAMES) + " are both the signals of this folder; remove one");
    }
    if (found.isEmpty()) {
      return null;
    }
    DataFile file = found.getFirst();
    if (!Files.isRegularFile(file.path())) {
      throw new BadDataException(file.name() + ": is not a regular file; remove it");
    }
    return file;
  }

  /** Those of which the file has a signal, before the first row that cannot be used. */
  private static List<MoatTarget> targets(DataFile file) {
    TreeSet<MoatTarget> targets = new TreeSet<>();
    try (SignalReader reader = SignalReader.open(file)) {
      for (MoatSignal signal = reader.next(); signal != null; signal = reader.next()) {
        targets.add(signal.target());
      }
    } catch (BadDataException e) {
      // Reached again, and then thrown, when the replay comes to it; what stands before it counts.
    }
    return List.copyOf(targets);
  }
}
