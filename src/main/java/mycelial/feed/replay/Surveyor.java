package mycelial.feed.replay;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mycelial.feed.BadDataException;
import mycelial.market.MarketUpdate;

/** Reads files whole and counts. */
final class Surveyor {
  private final CandleFile file;
  private long quiet;
  private long gaps;

  private Surveyor(CandleFile file) {
    this.file = file;
  }

  static Survey survey(Path folder, FolderListing listing, World world) {
    List<String> errors = new ArrayList<>(listing.unknown());
    errors.addAll(listing.errors());
    errors.addAll(FolderListing.conflicts(listing.files()));
    List<Survey.SurveyedFile> files = new ArrayList<>();
    for (CandleFile file : listing.files()) {
      try {
        files.add(new Surveyor(file).read());
      } catch (BadDataException e) {
        errors.add(e.getMessage());
      }
    }
    SignalSurvey signals = SignalSurvey.of(folder);
    if (signals.error() != null) {
      errors.add(signals.error());
    }
    return new Survey(
        world.provenance(), files, signals.found(), signals.error(), listing.notices(), errors);
  }

  private Survey.SurveyedFile read() {
    try (PairSeries series = PairSeries.open(file, Window.ALL)) {
      long first = series.nextTime();
      FileEnd.Ends ends = series.ends();
      series.goOnUntil(ends.lastEnd());
      for (long time = first; time != PairSeries.NEVER; time = series.nextTime()) {
        count(series.take(time));
      }
      CandleReader reader = series.reader();
      return new Survey.SurveyedFile(
          file.path(),
          file.pair(),
          file.interval(),
          reader.rows(),
          first,
          ends.lastEnd() - file.interval().seconds(),
          quiet,
          gaps,
          reader.duplicates(),
          file.data().sha256(),
          notices(reader));
    }
  }

  private void count(MarketUpdate update) {
    quiet += update.closed() != null && update.closed().isQuiet() ? 1 : 0;
    gaps += update.gap() ? 1 : 0;
  }

  private List<String> notices(CandleReader reader) {
    List<String> notices = new ArrayList<>();
    if (reader.duplicates() > 0) {
      notices.add("dropped " + reader.duplicates() + " identical repetition(s) of a row");
    }
    if (gaps > 0) {
      notices.add(gaps + " silence(s) longer than an hour: indicators start again after each");
    }
    return notices;
  }
}
