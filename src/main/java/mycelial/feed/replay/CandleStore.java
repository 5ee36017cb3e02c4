package mycelial.feed.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import mycelial.feed.BadDataException;
import mycelial.market.Bar;
import mycelial.market.Interval;
import mycelial.market.Pair;
import mycelial.market.PairNames;
import mycelial.market.Provenance;
import org.jspecify.annotations.Nullable;

/**
 * A folder of candles that grows: new candles are merged into the files that are there. A file is
 * replaced whole or not at all. Memory does not grow with the files. Used by one thread.
 */
public final class CandleStore {
  private static final Pattern NAME = Pattern.compile("[A-Z0-9.]{3,20}");
  private static final int NAMED = 3;

  private final Path folder;
  private final PairNames names;

  private CandleStore(Path folder, PairNames names) {
    this.folder = folder;
    this.names = names;
  }

  /**
   * What a merge has done.
   *
   * @param path the file
   * @param added rows that were not there before
   * @param agreeing rows that were there already, and equal
   * @param conflicts rows that were there with other values
   * @param total rows that the file now has
   */
  public record Merged(Path path, long added, long agreeing, long conflicts, long total) {}

  /**
   * Opens a folder; it is made where there is none.
   *
   * @throws BadDataException when it is a file, or holds a generated market: that is never mixed
   *     with what was traded
   * @throws UncheckedIOException when it cannot be made
   */
  public static CandleStore open(Path folder, PairNames names) {
    try {
      if (Files.exists(folder) && !Files.isDirectory(folder)) {
        throw new BadDataException(folder + " is a file, not a folder; choose another one");
      }
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " cannot be made", e);
    }
    if (World.in(folder).provenance() == Provenance.SYNTHETIC) {
      throw new BadDataException(
          folder
              + " holds a generated market, which real candles must not be mixed with;"
              + " choose another folder");
    }
    return new CandleStore(folder, names);
  }

  /** Where the candles are. */
  public Path folder() {
    return folder;
  }

  /**
   * What a file covers; seconds since the epoch.
   *
   * @param first start of its first row
   * @param last start of its last row
   */
  public record Span(long first, long last) {}

  /** What a pair's file covers; empty without such a file. */
  public Optional<Span> span(Pair pair, Interval interval) {
    CandleFile file = find(pair, interval);
    if (file == null) {
      return Optional.empty();
    }
    try (CandleReader reader = CandleReader.open(file)) {
      Bar bar = reader.next();
      long first = bar == null ? 0 : bar.start();
      long last = first;
      for (; bar != null; bar = reader.next()) {
        last = bar.start();
      }
      return Optional.of(new Span(first, last));
    }
  }

  /**
   * Merges bars into a pair's file.
   *
   * @param name what a new file is to be called after, for example the pair's altname
   * @param bars in strictly increasing time
   * @throws BadDataException when they differ from what is there and that is to be refused, or the
   *     file that is there cannot be used
   * @throws UncheckedIOException when the file cannot be written
   */
  public Merged merge(Pair pair, Interval interval, String name, List<Bar> bars, Overlap overlap) {
    return merge(pair, interval, name, Bars.of(bars), overlap);
  }

  Merged merge(Pair pair, Interval interval, String name, Bars bars, Overlap overlap) {
    CandleFile there = find(pair, interval);
    Path target = there == null ? fresh(name, interval) : there.path();
    Path draft = Path.of(target + ".new");
    try {
      Merged merged = write(there, bars, target, draft, overlap);
      if (merged.added() > 0 || (merged.conflicts() > 0 && overlap == Overlap.REPLACE)) {
        move(draft, target);
      }
      return merged;
    } catch (IOException e) {
      throw new UncheckedIOException(target + " cannot be written", e);
    } finally {
      drop(draft);
    }
  }

  private Path fresh(String name, Interval interval) {
    String written = name.toUpperCase(Locale.ROOT);
    if (!NAME.matcher(written).matches()) {
      throw new IllegalArgumentException("'" + name + "' is no name of a pair");
    }
    return folder.resolve(written + "_" + interval.minutes() + ".csv");
  }

  private @Nullable CandleFile find(Pair pair, Interval interval) {
    List<CandleFile> found =
        FolderListing.every(folder, names).files().stream()
            .filter(file -> file.pair().equals(pair) && file.interval() == interval)
            .toList();
    if (found.size() > 1) {
      throw new BadDataException(FolderListing.conflicts(found).getFirst());
    }
    return found.isEmpty() ? null : found.getFirst();
  }

  private static Merged write(
      @Nullable CandleFile there, Bars bars, Path target, Path draft, Overlap overlap)
      throws IOException {
    boolean packed = there != null && there.data().isCompressed();
    try (CandleReader reader = there == null ? null : CandleReader.open(there);
        CandleWriter writer = new CandleWriter(draft, packed)) {
      var run = new Run(target, overlap, writer);
      run.merge(reader == null ? () -> null : reader::next, bars);
      return run.result();
    }
  }

  /** One merge of two sorted sources. */
  private static final class Run {
    private final Path target;
    private final Overlap overlap;
    private final CandleWriter writer;
    private final List<String> differences = new ArrayList<>();
    private long added;
    private long agreeing;
    private long conflicts;
    private long total;

    Run(Path target, Overlap overlap, CandleWriter writer) {
      this.target = target;
      this.overlap = overlap;
      this.writer = writer;
    }

    void merge(Bars old, Bars fresh) throws IOException {
      Bar there = old.next();
      Bar coming = fresh.next();
      while (there != null || coming != null) {
        if (coming == null || (there != null && there.start() < coming.start())) {
          write(there);
          there = old.next();
        } else if (there == null || coming.start() < there.start()) {
          added++;
          write(coming);
          coming = fresh.next();
        } else {
          write(chosen(there, coming));
          there = old.next();
          coming = fresh.next();
        }
      }
    }

    private void write(@Nullable Bar bar) throws IOException {
      if (bar != null) {
        writer.write(bar);
        total++;
      }
    }

    private Bar chosen(Bar there, Bar coming) {
      String difference = Differences.between(there, coming);
      if (difference == null) {
        agreeing++;
        return Differences.isCounted(there) ? there : coming;
      }
      conflicts++;
      if (differences.size() < NAMED) {
        differences.add(Instant.ofEpochSecond(there.start()) + " has " + difference);
      }
      return overlap == Overlap.REPLACE ? coming : there;
    }

    Merged result() {
      if (conflicts > 0 && overlap == Overlap.REFUSE) {
        throw new BadDataException(
            target.getFileName()
                + ": "
                + conflicts
                + " bar(s) that come in differ from those that are there ("
                + String.join("; ", differences)
                + (conflicts > NAMED ? "; ..." : "")
                + "); the file is left as it is; choose which counts with --overlap");
      }
      return new Merged(target, added, agreeing, conflicts, total);
    }
  }

  private static void move(Path draft, Path target) throws IOException {
    try {
      Files.move(
          draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      throw new IOException("its file system cannot replace a file at once", e);
    }
  }

  private static void drop(Path draft) {
    try {
      Files.deleteIfExists(draft);
    } catch (IOException e) {
      throw new UncheckedIOException(draft + " cannot be removed", e);
    }
  }
}
