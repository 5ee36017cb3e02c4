package mycelial.metrics;

import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The meters of one scrape, written down one after the other. Names follow Prometheus' conventions:
 * counters end in {@code _total}, units are base units. Used by one thread.
 */
public final class MeterBook {
  private static final String TOTAL = "_total";

  private final List<MetricSnapshot> meters = new ArrayList<>();

  /** Takes the value of one series. */
  public interface Series {
    /** The value at these label values, in the order of the meter's label names. */
    void put(double value, String... labels);

    /** The same of a count; beyond 2^53 it would lose its last digits. */
    default void put(long value, String... labels) {
      put((double) value, labels);
    }
  }

  /** Puts the series of one meter. */
  public interface Filling {
    /** Called once. */
    void fill(Series series);
  }

  /** A meter that goes up and down, without labels. */
  public void gauge(String name, String help, double value) {
    gauge(name, help, List.of(), series -> series.put(value));
  }

  /** The same of a count. */
  public void gauge(String name, String help, long value) {
    gauge(name, help, (double) value);
  }

  /** A meter that goes up and down. */
  public void gauge(String name, String help, List<String> labels, Filling filling) {
    GaugeSnapshot.Builder gauge = GaugeSnapshot.builder().name(name).help(help);
    filling.fill((value, values) ->
        gauge.dataPoint(
            GaugeSnapshot.GaugeDataPointSnapshot.builder()
                .value(value)
                .labels(labels(labels, values))
                .build()));
    meters.add(gauge.build());
  }

  /** A meter that only grows, without labels. */
  public void counter(String name, String help, long value) {
    counter(name, help, List.of(), series -> series.put(value));
  }

  /**
   * A meter that only grows.
   *
   * @throws IllegalArgumentException when its name does not end in {@code _total}
   */
  public void counter(String name, String help, List<String> labels, Filling filling) {
    if (!name.endsWith(TOTAL)) {
      throw new IllegalArgumentException("the counter " + name + " does not end in _total");
    }
    CounterSnapshot.Builder counter =
        CounterSnapshot.builder()
            .name(name.substring(0, name.length() - TOTAL.length()))
            .help(help);
    filling.fill((value, values) ->
        counter.dataPoint(
            CounterSnapshot.CounterDataPointSnapshot.builder()
                .value(value)
                .labels(labels(labels, values))
                .build()));
    meters.add(counter.build());
  }

  /**
   * Words as labels; the series is called as the meter with {@code _info} behind, its value is 1.
   */
  public void info(String name, String help, Map<String, String> words) {
    meters.add(
        InfoSnapshot.builder()
            .name(name)
            .help(help)
            .dataPoint(
                InfoSnapshot.InfoDataPointSnapshot.builder()
                    .labels(Labels.of(List.copyOf(words.keySet()), List.copyOf(words.values())))
                    .build())
            .build());
  }

  /** Durations in buckets. */
  public void histogram(String name, String help, DurationCounts durations) {
    List<Double> bounds = new ArrayList<>(durations.boundsSeconds());
    bounds.add(Double.POSITIVE_INFINITY);
    meters.add(
        HistogramSnapshot.builder()
            .name(name)
            .help(help)
            .dataPoint(
                HistogramSnapshot.HistogramDataPointSnapshot.builder()
                    .classicHistogramBuckets(ClassicHistogramBuckets.of(bounds, durations.counts()))
                    .sum(durations.sumSeconds())
                    .build())
            .build());
  }

  private static Labels labels(List<String> names, String[] values) {
    if (names.size() != values.length) {
      throw new IllegalArgumentException(
          Arrays.toString(values) + " are no values of the labels " + names);
    }
    return Labels.of(names, List.of(values));
  }

  MetricSnapshots snapshots() {
    return new MetricSnapshots(meters);
  }
}
