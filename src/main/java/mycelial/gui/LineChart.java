package mycelial.gui;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import javax.swing.JFrame;
import javax.swing.SwingUtilities;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.xy.XYSeries;
import sim.util.media.chart.TimeSeriesAttributes;
import sim.util.media.chart.TimeSeriesChartGenerator;

/**
 * Lines over the hours of a session. Points are offered by the play thread and drawn by Swing's, at
 * most four times a second; a long session is thinned out.
 */
final class LineChart {
  private static final double HOUR = 3600;
  private static final int MOST_POINTS = 3000;
  private static final long REDRAW_NANOS = 250_000_000;
  private static final int TITLE = 15;

  /** So that nothing at all is a line at 0 rather than a matter of billionths. */
  private static final double SMALLEST_RANGE = 2;

  private static final Dimension SIZE = new Dimension(900, 655);

  /** A line, how it is called and what it looks like. */
  record Line(String name, Color colour, double thickness) {}

  /** Where the lines are at a time. */
  private record Point(double time, List<Double> values) {}

  private final TimeSeriesChartGenerator chart = new TimeSeriesChartGenerator();
  private final List<XYSeries> series = new ArrayList<>();
  private final String subject;
  private final double everySeconds;

  /** Points not yet drawn; guarded by itself. */
  private final List<Point> pending = new ArrayList<>();

  // The play thread's own.
  private double from = Double.NaN;
  private double nextPoint;
  private long drawn;

  /**
   * @param subject what it shows, for the title
   * @param everySeconds a point in so many seconds of schedule time
   */
  LineChart(String subject, String hours, String unit, double everySeconds, List<Line> lines) {
    this.subject = subject;
    this.everySeconds = everySeconds;
    chart.setXAxisLabel(hours);
    chart.setYAxisLabel(unit);
    for (Line line : lines) {
      XYSeries points = new XYSeries(line.name(), false, false);
      series.add(points);
      TimeSeriesAttributes look = (TimeSeriesAttributes) chart.addSeries(points, null);
      look.setStrokeColor(line.colour());
      look.setThickness(line.thickness());
    }
    chart.addLegend();
    chart.getChart().getXYPlot().getRangeAxis().setAutoRangeMinimumSize(SMALLEST_RANGE);
    chart.getChart().getTitle().setFont(new Font(Font.SANS_SERIF, Font.BOLD, TITLE));
    darken(chart.getChart());
  }

  /** As dark as the map. */
  private static void darken(JFreeChart drawn) {
    drawn.setBackgroundPaint(Palette.BACKGROUND);
    drawn.getTitle().setPaint(Palette.TEXT);
    drawn.getLegend().setBackgroundPaint(Palette.BACKGROUND);
    drawn.getLegend().setItemPaint(Palette.TEXT);
    XYPlot plot = drawn.getXYPlot();
    plot.setBackgroundPaint(Palette.GROUND);
    plot.setOutlinePaint(Palette.LINE);
    plot.setRangeGridlinesVisible(true);
    plot.setRangeGridlinePaint(Palette.LINE);
    for (ValueAxis axis : List.of(plot.getDomainAxis(), plot.getRangeAxis())) {
      axis.setLabelPaint(Palette.FAINT_TEXT);
      axis.setTickLabelPaint(Palette.FAINT_TEXT);
      axis.setAxisLinePaint(Palette.LINE);
      axis.setTickMarkPaint(Palette.LINE);
    }
  }

  JFrame createFrame(String title) {
    chart.setTitle(subject);
    JFrame frame = chart.createFrame();
    frame.setTitle(subject + ". " + title);
    frame.setSize(SIZE);
    chart.getChartPanel().getParent().setBackground(Palette.BACKGROUND);
    return frame;
  }

  /** Begins a new session; Swing's thread. */
  void restart(String title) {
    chart.setTitle(subject + ". " + title);
    from = Double.NaN;
    nextPoint = 0;
    synchronized (pending) {
      pending.clear();
    }
    series.forEach(XYSeries::clear);
  }

  /** Whether a point is due. */
  boolean wants(double time) {
    return time >= nextPoint;
  }

  /** There is nothing to draw yet; asks again when the next point is due. */
  void skip(double time) {
    nextPoint = time + everySeconds;
  }

  /** Takes a point, one value for each line. */
  void offer(double time, long nanos, double... values) {
    nextPoint = time + everySeconds;
    if (Double.isNaN(from)) {
      from = time;
    }
    synchronized (pending) {
      pending.add(new Point(time, DoubleStream.of(values).boxed().toList()));
    }
    if (nanos - drawn >= REDRAW_NANOS) {
      drawn = nanos;
      draw();
    }
  }

  /** Draws what has not been drawn yet; any thread. */
  void draw() {
    double origin = from;
    SwingUtilities.invokeLater(() -> drain(origin));
  }

  private void drain(double origin) {
    List<Point> points;
    synchronized (pending) {
      points = List.copyOf(pending);
      pending.clear();
    }
    for (Point point : points) {
      for (int i = 0; i < series.size(); i++) {
        series.get(i).add((point.time() - origin) / HOUR, point.values().get(i), false);
      }
    }
    series.forEach(LineChart::thin);
    series.forEach(XYSeries::fireSeriesChanged);
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
    return series.getFirst().getItemCount();
  }

  /** The newest value of a line that is drawn, or NaN; Swing's thread. */
  double last(int line) {
    XYSeries points = series.get(line);
    int count = points.getItemCount();
    return count == 0 ? Double.NaN : points.getY(count - 1).doubleValue();
  }

  JFrame frame() {
    return chart.getFrame();
  }

  void quit() {
    chart.quit();
  }
}
