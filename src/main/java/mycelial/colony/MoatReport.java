package mycelial.colony;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a moat at the end of the data. Component names are what scripts rely on.
 *
 * @param moat its name
 * @param provenance LIVE, RECORDED or SIMULATED; MISSING when none of its targets has a signal
 * @param source where signals come from; where there is no source, why
 * @param signals those announced; bars for Finance
 * @param targets the channels that are listened to
 * @param missing the channels without a signal, each with the reason
 * @param ignored signals of channels that are not configured
 * @param readings the newest of each channel and field
 */
public record MoatReport(
    String moat,
    String provenance,
    String source,
    long signals,
    List<String> targets,
    Map<String, String> missing,
    Map<String, Long> ignored,
    List<Reading> readings) {
  /** Copies what it is given. */
  public MoatReport {
    targets = List.copyOf(targets);
    missing = Collections.unmodifiableMap(new TreeMap<>(missing));
    ignored = Collections.unmodifiableMap(new TreeMap<>(ignored));
    readings = List.copyOf(readings);
  }

  /**
   * Where a field stands.
   *
   * @param channel its channel
   * @param field what was measured; the close for Finance
   * @param value the newest value in the field's own unit
   * @param level its rank among those before it, 0 to 1; null without enough of them, or for
   *     Finance
   * @param eventTime when it happened, ISO-8601
   * @param ageSeconds how long ago that was at the end of the data
   * @param signals how many there have been, those from before the session among them
   */
  public record Reading(
      String channel,
      String field,
      double value,
      @Nullable Double level,
      String eventTime,
      long ageSeconds,
      long signals) {}
}
