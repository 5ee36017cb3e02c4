package mycelial.feed.replay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import mycelial.feed.BadDataException;
import mycelial.market.Interval;
import mycelial.market.Pair;
import mycelial.market.PairNames;

/** Which entries of an archive are candles that are wanted; entries are known by their names. */
final class ArchiveEntries {
  /** Kraken's whole archive has some thousands. */
  static final int MOST = 100_000;

  private static final Pattern CANDLES =
      Pattern.compile("([A-Z0-9.]{3,20})_([0-9]{1,6})\\.CSV", Pattern.CASE_INSENSITIVE);

  private ArchiveEntries() {}

  /**
   * A wanted entry.
   *
   * @param entry in the archive
   * @param altname how the archive calls the pair
   */
  record Wanted(ZipEntry entry, String altname, Pair pair, Interval interval) {
    /** The name without folders. */
    String file() {
      return altname + "_" + interval.minutes() + ".csv";
    }
  }

  /**
   * The entries that are wanted, by pair and interval.
   *
   * @throws BadDataException when the archive points outside of itself, has far too many entries or
   *     one pair and interval twice
   */
  static List<Wanted> of(
      ZipFile archive, String name, PairNames names, BiPredicate<Pair, Interval> wanted) {
    if (archive.size() > MOST) {
      throw new BadDataException(
          name + ": has " + archive.size() + " entries; Kraken's archives have some thousands");
    }
    List<Wanted> found = new ArrayList<>();
    for (ZipEntry entry : archive.stream().toList()) {
      add(entry, name, names, found);
    }
    found.removeIf(each -> !wanted.test(each.pair(), each.interval()));
    found.sort(Comparator.comparing(Wanted::pair).thenComparing(Wanted::interval));
    for (int i = 1; i < found.size(); i++) {
      requireOnce(name, found.get(i - 1), found.get(i));
    }
    return found;
  }

  private static void add(ZipEntry entry, String name, PairNames names, List<Wanted> found) {
    String path = entry.getName().replace('\\', '/');
    requireInside(name, path);
    Matcher candles = CANDLES.matcher(path.substring(path.lastIndexOf('/') + 1));
    if (entry.isDirectory() || !candles.matches()) {
      return;
    }
    String altname = candles.group(1).toUpperCase(Locale.ROOT);
    for (Interval interval : Interval.values()) {
      if (interval.minutes() == Integer.parseInt(candles.group(2))) {
        names
            .resolve(altname)
            .ifPresent(pair -> found.add(new Wanted(entry, altname, pair, interval)));
      }
    }
  }

  /** Nothing is ever written below an entry's own path; yet such an archive is not Kraken's. */
  private static void requireInside(String name, String path) {
    if (path.startsWith("/")
        || path.matches("[A-Za-z]:.*")
        || List.of(path.split("/")).contains("..")) {
      throw new BadDataException(
          name
              + ": the entry '"
              + Fields.shorten(path)
              + "' points outside of the archive: nothing is imported from it");
    }
  }

  private static void requireOnce(String name, Wanted one, Wanted other) {
    if (one.pair().equals(other.pair()) && one.interval() == other.interval()) {
      throw new BadDataException(
          name
              + ": "
              + Fields.shorten(one.entry().getName())
              + " and "
              + Fields.shorten(other.entry().getName())
              + " are both "
              + one.pair()
              + " of "
              + one.interval().minutes()
              + " min; import an archive with one of them");
    }
  }
}
