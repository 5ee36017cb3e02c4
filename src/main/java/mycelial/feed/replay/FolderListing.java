package mycelial.feed.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mycelial.feed.BadDataException;
import mycelial.market.Interval;
import mycelial.market.Pair;
import mycelial.market.PairNames;
import org.jspecify.annotations.Nullable;

/**
 * What a folder of candles holds, by the names of its files, in the order of the names.
 *
 * @param files the candle files whose pair is known
 * @param unknown a sentence for each file whose pair is not known
 * @param errors a sentence for each name that cannot be used otherwise
 * @param notices what was left out and why
 */
record FolderListing(
    List<CandleFile> files, List<String> unknown, List<String> errors, List<String> notices) {
  private static final Pattern NAME =
      Pattern.compile("([A-Za-z0-9.]{3,20})_([0-9]{1,6})\\.csv(\\.gz)?", Pattern.CASE_INSENSITIVE);
  private static final Pattern CSV_LIKE =
      Pattern.compile(".*\\.(csv|tsv)(\\.[a-z0-9]+)?", Pattern.CASE_INSENSITIVE);
  private static final String EXPECTED =
      "expected files named <PAIR>_<minutes>.csv or .csv.gz, such as XBTUSD_1.csv";

  /**
   * Lists a folder.
   *
   * @throws BadDataException when it is not a folder, cannot be listed or holds no candle file
   */
  static FolderListing of(Path folder, PairNames names) {
    if (!Files.isDirectory(folder)) {
      throw new BadDataException(
          folder
              + (Files.exists(folder) ? " is a file, not a folder" : " does not exist")
              + "; give a folder of candles ("
              + EXPECTED
              + ")");
    }
    FolderListing listing = every(folder, names);
    if (listing.files.isEmpty() && listing.unknown.isEmpty() && listing.errors.isEmpty()) {
      throw new BadDataException(folder + " holds no candle file; " + EXPECTED);
    }
    return listing;
  }

  /**
   * Lists a folder that may be empty.
   *
   * @throws BadDataException when it cannot be listed
   */
  static FolderListing every(Path folder, PairNames names) {
    FolderListing listing =
        new FolderListing(
            new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    List<Path> others = new ArrayList<>();
    for (Path path : list(folder)) {
      String file = path.getName(path.getNameCount() - 1).toString();
      Matcher name = NAME.matcher(file);
      if (name.matches()) {
        listing.add(path, name, names);
      } else if (isCsvLike(path) && !SignalFile.isName(file)) {
        others.add(path.getName(path.getNameCount() - 1));
      }
    }
    if (!others.isEmpty()) {
      listing.notices.add("ignored " + others.size() + " other csv file(s): " + others);
    }
    return listing;
  }

  private static List<Path> list(Path folder) {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.sorted().toList();
    } catch (IOException e) {
      BadDataException error =
          new BadDataException(folder + " cannot be listed: " + e.getMessage());
      error.initCause(e);
      throw error;
    }
  }

  private static boolean isCsvLike(Path path) {
    return !Files.isDirectory(path) && CSV_LIKE.matcher(path.toString()).matches();
  }

  private void add(Path path, Matcher name, PairNames names) {
    String file = name.group();
    Interval interval = interval(Integer.parseInt(name.group(2)));
    if (interval == null) {
      notices.add("ignored " + file + ": no interval has " + name.group(2) + " minutes");
      return;
    }
    String written = name.group(1).toUpperCase(Locale.ROOT);
    Optional<Pair> pair = names.resolve(written);
    if (pair.isEmpty()) {
      unknown.add(
          file
              + ": unknown pair '"
              + written
              + "'"
              + Nearest.to(written, names.byName().keySet())
                  .map(near -> ", the nearest known name is " + near)
                  .orElse("")
              + "; rename or remove the file");
    } else if (!Files.isRegularFile(path)) {
      errors.add(
          file + ": is not a regular file but a folder, pipe, device or broken link; remove it");
    } else {
      files.add(new CandleFile(path, pair.get(), interval));
    }
  }

  private static @Nullable Interval interval(int minutes) {
    for (Interval interval : Interval.values()) {
      if (interval.minutes() == minutes) {
        return interval;
      }
    }
    return null;
  }

  /** A sentence for each pair and interval that several of the files claim. */
  static List<String> conflicts(List<CandleFile> files) {
    List<String> found = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      for (int j = i + 1; j < files.size(); j++) {
        CandleFile a = files.get(i);
        CandleFile b = files.get(j);
        if (a.pair().equals(b.pair()) && a.interval() == b.interval()) {
          found.add(
              a.name()
                  + " and "
                  + b.name()
                  + " are both "
                  + a.pair()
                  + " of "
                  + a.interval().minutes()
                  + " min; remove one");
        }
      }
    }
    return found;
  }
}
