package mycelial.feed.replay;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import mycelial.feed.BadDataException;
import mycelial.feed.MarketFeed;
import mycelial.market.Interval;
import mycelial.market.Pair;
import mycelial.market.PairNames;
import org.jspecify.annotations.Nullable;

/**
 * A folder of recorded candles: one file a pair and interval, named {@code <PAIR>_<minutes>.csv} or
 * {@code .csv.gz}, with {@code time,open,high,low,close,volume[,trades]} in its rows (or other
 * columns, named by a header). Files are read line by line; memory does not grow with them.
 */
public final class CandleFolder {
  private CandleFolder() {}

  /**
   * What to replay.
   *
   * @param from first bar wanted, by its start in seconds since the epoch (UTC)
   * @param to first bar not wanted any more, by its start
   * @param pairs the pairs wanted, in the order in which they are to be served; empty for all, by
   *     name
   * @param interval the interval wanted; null when the folder holds only one
   */
  public record Selection(
      OptionalLong from, OptionalLong to, List<Pair> pairs, @Nullable Interval interval) {
    /** Everything in a folder of one interval. */
    public static final Selection ALL =
        new Selection(OptionalLong.empty(), OptionalLong.empty(), List.of(), null);

    /**
     * @throws IllegalArgumentException when the window ends before it begins
     */
    public Selection {
      pairs = List.copyOf(pairs);
      if (from.isPresent() && to.isPresent() && from.getAsLong() >= to.getAsLong()) {
        throw new IllegalArgumentException(
            "the window ends at " + to.getAsLong() + ", not after its begin " + from.getAsLong());
      }
    }
  }

  /**
   * Opens a replay; all files are open until it is closed. A row that cannot be used is reported by
   * {@link MarketFeed#next} when the replay reaches it, after all that stands before it.
   *
   * @throws BadDataException with one sentence on what is wrong, where, and what was expected
   */
  public static MarketFeed open(Path folder, Selection selection, PairNames names) {
    return open(folder, selection, names, List.of());
  }

  /**
   * The same, of which more is known than its files say.
   *
   * @param remarks a sentence each, for the feed's description
   */
  public static MarketFeed open(
      Path folder, Selection selection, PairNames names, List<String> remarks) {
    World world = World.in(folder);
    FolderListing listing = FolderListing.of(folder, names);
    List<String> notices = new ArrayList<>(listing.notices());
    List<CandleFile> files = select(folder, listing, selection, notices);
    List<PairSeries> series = new ArrayList<>();
    try {
      openAll(files, selection, series, notices);
      List<String> description = new ArrayList<>(world.description());
      description.add(describe(folder, series));
      description.addAll(remarks);
      description.addAll(notices);
      return new ReplayFeed(series, world.provenance(), description);
    } catch (BadDataException e) {
      series.forEach(PairSeries::close);
      throw e;
    }
  }

  /**
   * Reads every file of a folder whole, of all intervals, and the signals beside them, and tells
   * what is in it and what is wrong with it.
   *
   * @throws BadDataException when the folder itself cannot be used
   */
  public static Survey survey(Path folder, PairNames names) {
    return Surveyor.survey(folder, FolderListing.of(folder, names), World.in(folder));
  }

  private static List<CandleFile> select(
      Path folder, FolderListing listing, Selection selection, List<String> notices) {
    if (selection.pairs().isEmpty() && !listing.unknown().isEmpty()) {
      throw new BadDataException(listing.unknown().getFirst());
    }
    listing.unknown().forEach(sentence -> notices.add("ignored " + sentence));
    refuse(listing.errors());
    List<CandleFile> wanted =
        listing.files().stream().filter(file -> isWanted(file, selection)).toList();
    if (wanted.isEmpty()) {
      throw new BadDataException(
          folder + " has no file for the pairs and the interval wanted; it holds " + held(listing));
    }
    Set<Interval> intervals = intervals(wanted);
    if (intervals.size() > 1) {
      throw new BadDataException(
          folder
              + " holds bars of "
              + intervals.stream()
                  .map(interval -> String.valueOf(interval.minutes()))
                  .collect(Collectors.joining(", "))
              + " minutes; choose one with --interval M");
    }
    refuse(FolderListing.conflicts(wanted));
    return inOrder(wanted, selection.pairs(), notices);
  }

  private static void refuse(List<String> errors) {
    if (!errors.isEmpty()) {
      throw new BadDataException(errors.getFirst());
    }
  }

  private static boolean isWanted(CandleFile file, Selection selection) {
    return (selection.interval() == null || selection.interval() == file.interval())
        && (selection.pairs().isEmpty() || selection.pairs().contains(file.pair()));
  }

  private static Set<Interval> intervals(List<CandleFile> files) {
    Set<Interval> intervals = EnumSet.noneOf(Interval.class);
    files.forEach(file -> intervals.add(file.interval()));
    return intervals;
  }

  private static String held(FolderListing listing) {
    return listing.files().stream().map(CandleFile::name).collect(Collectors.joining(", "));
  }

  private static List<CandleFile> inOrder(
      List<CandleFile> files, List<Pair> wanted, List<String> notices) {
    List<Pair> order =
        wanted.isEmpty() ? files.stream().map(CandleFile::pair).sorted().toList() : wanted;
    List<CandleFile> ordered = new ArrayList<>();
    for (Pair pair : order) {
      files.stream()
          .filter(file -> file.pair().equals(pair))
          .findFirst()
          .ifPresentOrElse(ordered::add, () -> notices.add("no file for " + pair));
    }
    return ordered.stream().distinct().toList();
  }

  private static void openAll(
      List<CandleFile> files, Selection selection, List<PairSeries> series, List<String> notices) {
    Window window = Window.of(selection.from(), selection.to());
    for (CandleFile file : files) {
      PairSeries one = PairSeries.open(file, window);
      if (one.isEmpty()) {
        one.close();
        notices.add("ignored " + file.name() + ": no bar in the window");
      } else {
        series.add(one);
      }
    }
    if (series.isEmpty()) {
      throw new BadDataException(
          "no file has a bar that starts "
              + bound("at or after ", selection.from())
              + bound("before ", selection.to())
              + "; choose another window");
    }
  }

  private static String bound(String word, OptionalLong time) {
    return time.isEmpty() ? "" : word + Instant.ofEpochSecond(time.getAsLong()) + " ";
  }

  private static String describe(Path folder, List<PairSeries> series) {
    return "recorded candles from "
        + folder.toAbsolutePath().normalize().getFileName()
        + ": "
        + series.size()
        + " pair(s), bars of "
        + series.getFirst().file().interval().minutes()
        + " min";
  }
}
