package mycelial.feed.replay;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import mycelial.feed.BadDataException;
import mycelial.market.MoatSignal;
import mycelial.market.MoatTarget;
import org.jspecify.annotations.Nullable;

/**
 * What the signal file of a folder holds, if there is one.
 *
 * @param found null where there is none, or it cannot be used
 * @param error why it cannot be used, else null
 */
record SignalSurvey(Survey.@Nullable SurveyedSignals found, @Nullable String error) {

  /** Reads the signal file of a folder whole. */
  static SignalSurvey of(Path folder) {
    try {
      DataFile file = SignalFile.in(folder);
      return new SignalSurvey(file == null ? null : read(folder, file), null);
    } catch (BadDataException e) {
      return new SignalSurvey(null, e.getMessage());
    }
  }

  private static Survey.SurveyedSignals read(Path folder, DataFile file) {
    Map<MoatTarget, Long> channels = new TreeMap<>();
    long first = 0;
    long last = 0;
    try (SignalReader reader = SignalReader.open(file)) {
      for (MoatSignal signal = reader.next(); signal != null; signal = reader.next()) {
        first = channels.isEmpty() ? signal.seenTime() : first;
        last = signal.seenTime();
        channels.merge(signal.target(), 1L, Long::sum);
      }
      return new Survey.SurveyedSignals(
          file.path(),
          SignalFile.provenance(folder),
          reader.rows(),
          first,
          last,
          channels,
          reader.duplicates(),
          file.sha256());
    }
  }
}
