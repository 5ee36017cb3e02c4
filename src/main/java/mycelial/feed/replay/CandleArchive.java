package mycelial.feed.replay;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.zip.CRC32;
import java.util.zip.ZipFile;
import mycelial.feed.BadDataException;
import mycelial.market.Interval;
import mycelial.market.Pair;
import mycelial.market.PairNames;

/**
 * One of Kraken's OHLCVT archives: a ZIP file with {@code XBTUSD_1.csv} and so on, in folders or
 * not; the whole history or a quarter. An archive is not trusted: what it unpacks to is capped, and
 * where it is written does not depend on its entries' paths. Used by one thread.
 */
public final class CandleArchive {
  private static final int BUFFER = 1 << 16;
  private static final Limits LIMITS = new Limits(2L << 30, 200);

  private final Path file;
  private final Limits limits;

  /**
   * What an entry may unpack to.
   *
   * @param bytes at most so many; the largest of Kraken's have some hundred million
   * @param ratio at most so many times its packed size; candles pack to a fifth
   */
  record Limits(long bytes, long ratio) {}

  /**
   * What an import has done.
   *
   * @param files each file with what was merged into it
   * @param notices what was left out and why
   * @param errors a sentence for each entry that could not be imported
   */
  public record Imported(
      List<CandleStore.Merged> files, List<String> notices, List<String> errors) {
    /** Copies the lists. */
    public Imported {
      files = List.copyOf(files);
      notices = List.copyOf(notices);
      errors = List.copyOf(errors);
    }
  }

  /** Hears how far an import is. */
  @FunctionalInterface
  public interface Watcher {
    /** Before each entry: how many are done, of how many, and which comes. */
    void at(int done, int all, String entry);
  }

  CandleArchive(Path file, Limits limits) {
    this.file = file;
    this.limits = limits;
  }

  /** An archive on disk; nothing is read yet. */
  public static CandleArchive of(Path file) {
    return new CandleArchive(file, LIMITS);
  }

  /**
   * Merges the candles that are wanted into a folder. An entry that cannot be used does not keep
   * the others out.
   *
   * @throws BadDataException when the file is no archive, cannot be trusted, or has nothing that is
   *     wanted
   */
  public Imported into(
      CandleStore store,
      PairNames names,
      BiPredicate<Pair, Interval> wanted,
      Overlap overlap,
      Watcher watcher) {
    if (!Files.isRegularFile(file)) {
      throw new BadDataException(
          file
              + (Files.exists(file) ? " is not a file" : " does not exist")
              + "; give a ZIP archive");
    }
    try (ZipFile archive = open()) {
      List<ArchiveEntries.Wanted> entries = ArchiveEntries.of(archive, name(), names, wanted);
      if (entries.isEmpty()) {
        throw new BadDataException(
            name()
                + ": has no candles of the pairs and intervals wanted; expected entries such as"
                + " XBTUSD_1.csv");
      }
      return all(archive, entries, store, overlap, watcher);
    } catch (IOException e) {
      throw new UncheckedIOException(name() + " cannot be imported into " + store.folder(), e);
    }
  }

  private String name() {
    return String.valueOf(file.getFileName());
  }

  private ZipFile open() {
    try {
      return new ZipFile(file.toFile());
    } catch (IOException e) {
      BadDataException error =
          new BadDataException(
              name()
                  + ": is not a whole ZIP archive ("
                  + (e.getMessage() == null ? "it ends too early" : e.getMessage())
                  + "); it may be cut or damaged: download it again");
      error.initCause(e);
      throw error;
    }
  }

  private Imported all(
      ZipFile archive,
      List<ArchiveEntries.Wanted> entries,
      CandleStore store,
      Overlap overlap,
      Watcher watcher)
      throws IOException {
    List<CandleStore.Merged> files = new ArrayList<>();
    List<String> notices = new ArrayList<>();
    List<String> errors = new ArrayList<>();
    Path draft = Files.createTempDirectory(store.folder(), ".import");
    try {
      for (int i = 0; i < entries.size(); i++) {
        ArchiveEntries.Wanted entry = entries.get(i);
        watcher.at(i, entries.size(), entry.file());
        Path unpacked = draft.resolve(entry.file());
        try {
          if (unpack(archive, entry, unpacked) == 0) {
            notices.add(name() + ": " + entry.file() + " is empty");
          } else {
            files.add(merge(entry, unpacked, store, overlap));
          }
        } catch (BadDataException bad) {
          errors.add(name() + ": " + bad.getMessage());
        } finally {
          Files.deleteIfExists(unpacked);
        }
      }
      watcher.at(entries.size(), entries.size(), "");
    } finally {
      Files.delete(draft);
    }
    return new Imported(files, notices, errors);
  }

  private static CandleStore.Merged merge(
      ArchiveEntries.Wanted entry, Path unpacked, CandleStore store, Overlap overlap) {
    CandleFile candles = new CandleFile(unpacked, entry.pair(), entry.interval());
    try (CandleReader reader = CandleReader.open(candles)) {
      return store.merge(entry.pair(), entry.interval(), entry.altname(), reader::next, overlap);
    }
  }

  /** Unpacks an entry, checks it against its checksum, and gives its length. */
  private long unpack(ZipFile archive, ArchiveEntries.Wanted entry, Path to) throws IOException {
    long most =
        Math.min(
            limits.bytes(), Math.max(BUFFER, entry.entry().getCompressedSize()) * limits.ratio());
    CRC32 sum = new CRC32();
    long length = 0;
    try (OutputStream out = Files.newOutputStream(to);
        InputStream in = archive.getInputStream(entry.entry())) {
      byte[] bytes = new byte[BUFFER];
      for (int count = read(in, bytes, entry); count >= 0; count = read(in, bytes, entry)) {
        length += count;
        if (length > most) {
          throw new BadDataException(
              entry.file()
                  + " unpacks to more than "
                  + most
                  + " bytes, far more than candles do: not imported");
        }
        sum.update(bytes, 0, count);
        out.write(bytes, 0, count);
      }
    }
    if (sum.getValue() != entry.entry().getCrc()) {
      throw new BadDataException(
          entry.file() + " does not have its checksum: the archive is damaged, download it again");
    }
    return length;
  }

  private static int read(InputStream in, byte[] bytes, ArchiveEntries.Wanted entry) {
    try {
      return in.read(bytes);
    } catch (IOException e) {
      BadDataException error =
          new BadDataException(
              entry.file()
                  + " cannot be unpacked ("
                  + e.getMessage()
                  + "): the archive is damaged, download it again");
      error.initCause(e);
      throw error;
    }
  }
}
