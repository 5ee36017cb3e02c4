package mycelial.feed.replay;

import mycelial.feed.BadDataException;
import mycelial.market.Bar;
import mycelial.market.MarketUpdate;
import mycelial.market.Quote;
import org.jspecify.annotations.Nullable;

/**
 * The canonical series of one pair: its rows in the window, quiet bars where nothing traded, gaps
 * marked. It looks one row ahead to know the next instant, and tells nothing of that row before its
 * start. Used by one thread.
 */
final class PairSeries implements AutoCloseable {
  /** The instant of a series that is over. */
  static final long NEVER = Long.MAX_VALUE;

  private final CandleFile file;
  private final CandleReader reader;
  private final Window window;
  private final int seconds;
  private @Nullable Bar lastRow;
  private @Nullable Bar upcoming;
  private @Nullable Bar forming;
  private boolean formingAfterGap;
  private @Nullable BadDataException failure;
  private double lastClose;
  private long lastTradedEnd = Long.MIN_VALUE;
  private long lastBarEnd = Long.MIN_VALUE;
  private long until = Long.MIN_VALUE;

  private PairSeries(CandleFile file, CandleReader reader, Window window) {
    this.file = file;
    this.reader = reader;
    this.window = window;
    seconds = file.interval().seconds();
    upcoming = read();
  }

  /**
   * Opens a file and reads up to its first row in the window.
   *
   * @throws BadDataException when something up to there cannot be used
   */
  static PairSeries open(CandleFile file, Window window) {
    CandleReader reader = CandleReader.open(file);
    try {
      return new PairSeries(file, reader, window);
    } catch (BadDataException e) {
      reader.close();
      throw e;
    }
  }

  CandleFile file() {
    return file;
  }

  CandleReader reader() {
    return reader;
  }

  /** Whether the file has no row in the window; known before the first update is taken. */
  boolean isEmpty() {
    return upcoming == null;
  }

  /** Where the rows in the window end; not to be asked of an empty series. */
  FileEnd.Ends ends() {
    return FileEnd.find(file, window, reader.row());
  }

  /** Lets a silence after the last row be told until that instant, when other pairs go on. */
  void goOnUntil(long instant) {
    until = instant;
  }

  /** Next instant at which something becomes known, or {@link #NEVER}. */
  long nextTime() {
    if (forming != null) {
      return forming.end();
    }
    if (failure != null) {
      return lastBarEnd + seconds;
    }
    long quiet = nextQuietEnd();
    return upcoming == null ? quiet : Math.min(quiet, upcoming.start());
  }

  private long nextQuietEnd() {
    if (lastTradedEnd == Long.MIN_VALUE) {
      return NEVER;
    }
    long end = lastBarEnd + seconds;
    long limit = upcoming == null ? until : upcoming.start();
    return end <= limit && end - lastTradedEnd <= Silence.LIMIT ? end : NEVER;
  }

  /**
   * What becomes known at {@link #nextTime}.
   *
   * @throws BadDataException when the file cannot be used from here on
   */
  MarketUpdate take(long time) {
    if (failure != null && forming == null) {
      throw failure;
    }
    boolean gap = forming != null && formingAfterGap;
    Bar closed = close(time);
    Quote quote = null;
    if (upcoming != null && upcoming.start() == time) {
      quote = new Quote(time, upcoming.open());
      begin(upcoming);
    }
    return new MarketUpdate(file.pair(), closed, quote, gap);
  }

  private @Nullable Bar close(long time) {
    if (forming != null) {
      Bar closed = forming;
      forming = null;
      lastClose = closed.close();
      lastTradedEnd = time;
      lastBarEnd = time;
      return closed;
    }
    if (nextQuietEnd() != time) {
      return null;
    }
    lastBarEnd = time;
    return Bar.quiet(time - seconds, file.interval(), lastClose);
  }

  private void begin(Bar bar) {
    forming = bar;
    formingAfterGap =
        lastTradedEnd != Long.MIN_VALUE && bar.start() - lastTradedEnd > Silence.LIMIT;
    try {
      upcoming = read();
    } catch (BadDataException e) {
      // Due when the bar before it has closed: all that can be used is delivered first.
      upcoming = null;
      failure = e;
    }
  }

  /** The next row in the window that is not quiet: quiet bars follow from the silence itself. */
  private @Nullable Bar read() {
    for (Bar bar = reader.next(); bar != null; bar = reader.next()) {
      if (bar.start() >= window.to()) {
        reader.requireUnchanged();
        return null;
      }
      if (bar.start() >= window.from()) {
        boolean quiet = Silence.isQuiet(bar, lastRow);
        lastRow = bar;
        if (!quiet) {
          return bar;
        }
      }
    }
    return null;
  }

  @Override
  public void close() {
    reader.close();
  }
}
