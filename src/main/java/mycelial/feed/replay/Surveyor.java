package mycelial.feed.replay;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mycelial.feed.BadDataException;
import mycelial.market.Bar;
import mycelial.market.MarketUpdate;
import mycelial.market.Pair;

/** Reads files whole and counts. */
final class Surveyor {
  private final CandleFile file;
  private long quiet;
  private long gaps;
  private long traded;
  private long lastTradedEnd = Long.MIN_VALUE;
  private long longestSilence;

  private Surveyor(CandleFile file) {
    this.file = file;
  }

  static Survey survey(Path folder, FolderListing listing, World world) {
    List<String> errors = new ArrayList<>(listing.unknown());
    errors.addAll(listing.errors());
    errors.addAll(FolderListing.conflicts(listing.files()));
    List<Pair> damaged = new ArrayList<>();
    Map<CandleFile, Survey.SurveyedFile> read = new LinkedHashMap<>();
    for (CandleFile file : listing.files()) {
      try {
        read.put(file, new Surveyor(file).read());
      } catch (BadDataException e) {
        errors.add(e.getMessage());
        damaged.add(file.pair());
      }
    }
    List<Survey.SurveyedFile> files = compared(read);
    SignalSurvey signals = SignalSurvey.of(folder);
    if (signals.error() != null) {
      errors.add(signals.error());
    }
    return new Survey(
        world.provenance(),
        files,
        signals.found(),
        signals.error(),
        listing.notices(),
        errors,
        damaged);
  }

  private static List<Survey.SurveyedFile> compared(Map<CandleFile, Survey.SurveyedFile> read) {
    Map<CandleFile, List<Agreement>> agreements = Comparison.all(List.copyOf(read.keySet()));
    List<Survey.SurveyedFile> files = new ArrayList<>();
    read.forEach((file, found) -> files.add(found.with(agreements.getOrDefault(file, List.of()))));
    return files;
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
          passport(first, ends, reader),
          notices(reader));
    }
  }

  private Passport passport(long first, FileEnd.Ends ends, CandleReader reader) {
    silenceUntil(ends.lastEnd());
    return new Passport(
        (ends.lastEnd() - first) / file.interval().seconds(),
        traded,
        quiet,
        longestSilence,
        reader.duplicates(),
        List.of());
  }

  private void count(MarketUpdate update) {
    Bar bar = update.closed();
    gaps += update.gap() ? 1 : 0;
    if (bar == null) {
      return;
    }
    if (bar.isQuiet()) {
      quiet++;
      return;
    }
    traded++;
    silenceUntil(bar.start());
    lastTradedEnd = bar.end();
  }

  private void silenceUntil(long time) {
    if (lastTradedEnd != Long.MIN_VALUE) {
      longestSilence = Math.max(longestSilence, time - lastTradedEnd);
    }
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
