package mycelial.gui;

import java.awt.Dimension;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.swing.JFrame;
import javax.swing.SwingUtilities;
import mycelial.colony.Standing;
import mycelial.market.SignalSource;
import org.jfree.data.xy.XYSeries;
import sim.util.media.chart.TimeSeriesAttributes;
import sim.util.media.chart.TimeSeriesChartGenerator;

/**
 * The four streams' profit and loss over the hours traded. Points are offered by the play thread
 * and drawn by Swing's, at most four times a second; a long session is thinned out.
 */
final class ProfitChart {
  private static final double HOUR = 3600;
  private static final double POINT_EVERY_SECONDS = 60;
  private static final int MOST_POINTS = 3000;
  private static final long REDRAW_NANOS = 250_000_000;
  private static final double THICKNESS = 1.6;
  private static final double BROAD = 4.5;

  private final TimeSeriesChartGenerator chart = new TimeSeriesChartGenerator();
  private final Map<SignalSource, XYSeries> series = new EnumMap<>(SignalSource.class);

  /** Points not yet drawn; guarded by itself. */
  private final List<Standing> pending = new ArrayList<>();

  // The play thread's own.
  private double tradingFrom = Double.NaN;
  private double nextPoint;
  private long drawn;

  ProfitChart() {
    chart.setXAxisLabel("hours traded");
    chart.setYAxisLabel("profit and loss after costs, USD");
    for (SignalSource source : SignalSource.values()) {
      XYSeries line = new XYSeries(source.label(), false, false);
      series.put(source, line);
      TimeSeriesAttributes look = (TimeSeriesAttributes) chart.addSeries(line, null);
      look.setStrokeColor(Palette.of(source));
      // The account often is what synthesized is, and is drawn beneath it.
      look.setThickness(source == SignalSource.ACCOUNT ? BROAD : THICKNESS);
    }
    chart.addLegend();
  }

  JFrame createFrame(String title) {
    chart.setTitle(title);
    JFrame frame = chart.createFrame();
    frame.setSize(new Dimension(920, 650));
    return frame;
  }

  /** Begins a new session; Swing's thread. */
  void restart(String title) {
    chart.setTitle(title);
    tradingFrom = Double.NaN;
    nextPoint = 0;
    synchronized (pending) {
      pending.clear();
    }
    series.values().forEach(XYSeries::clear);
  }

  /** Whether a point is due: one a minute of schedule time. */
  boolean wants(double time) {
    return time >= nextPoint;
  }

  /** Takes a point; those of warming up are passed over. */
  void offer(Standing standing, long nanos) {
    nextPoint = standing.time() + POINT_EVERY_SECONDS;
    if (!standing.trading()) {
      return;
    }
    if (Double.isNaN(tradingFrom)) {
      tradingFrom = standing.time();
    }
    synchronized (pending) {
      pending.add(standing);
    }
    if (nanos - drawn >= REDRAW_NANOS) {
      drawn = nanos;
      draw();
    }
  }

  /** Draws what has not been drawn yet; any thread. */
  void draw() {
    double from = tradingFrom;
    SwingUtilities.invokeLater(() -> drain(from));
  }

  private void drain(double from) {
    List<Standing> points;
    synchronized (pending) {
      points = List.copyOf(pending);
      pending.clear();
    }
    for (Standing point : points) {
      double hours = (point.time() - from) / HOUR;
      series.forEach(
          (source, line) -> line.add(hours, point.profits().getOrDefault(source, 0.0), false));
    }
    series.values().forEach(ProfitChart::thin);
    series.values().forEach(XYSeries::fireSeriesChanged);
  }

  /** Leaves every other point of the older half when there are too many. */
  private static void thin(XYSeries line) {
    if (line.getItemCount() > MOST_POINTS) {
      for (int i = MOST_POINTS / 2; i > 0; i -= 2) {
        line.remove(i);
      }
    }
  }

  /** How many points are drawn; Swing's thread. */
  int points() {
    return series.values().iterator().next().getItemCount();
  }

  JFrame frame() {
    return chart.getFrame();
  }

  void quit() {
    chart.quit();
  }
}
