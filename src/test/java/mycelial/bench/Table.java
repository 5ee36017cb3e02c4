package mycelial.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The figures as text, with the targets beside them. */
final class Table {
  private static final double BARS_PER_SECOND = 15_000;
  private static final double RULES_PER_BAR = 100;
  private static final double PEAK_MIB = 512;

  /** What is held after a longer play may differ by this much and still count as not growing. */
  private static final double GROWTH = 1.1;

  private static final int CONNECTIONS = 3;

  private final List<String> lines = new ArrayList<>();

  private Table() {}

  /** All lines. */
  static List<String> of(Figures figures) {
    Table table = new Table();
    table.speed(figures);
    table.memory(figures);
    table.shares(
        "Time of the model thread, percent of the time of play (processor time; parked time):",
        figures.profile());
    table.shares(
        "Processor time by thread in the same run, percent of the time of play:",
        figures.threadPercent());
    table.line("");
    table.line("digest %s", figures.digest());
    table.line("  (the same in every replay and over the in-memory bus)");
    return table.lines;
  }

  @SuppressWarnings("AnnotateFormatMethod")
  private void line(String format, Object... values) {
    lines.add(String.format(Locale.ROOT, format, values));
  }

  private void row(String name, String value, String target) {
    line("%-38s %-42s %s", name, value, target);
  }

  @SuppressWarnings("AnnotateFormatMethod")
  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  private static String verdict(String target, boolean met) {
    return target + (met ? ": met" : ": NOT met");
  }

  private void speed(Figures figures) {
    line(
        "%d days of world %s, seed %d, %d replays, load average %.1f",
        figures.days(), figures.world(), figures.seed(), figures.runs(), figures.loadAverage());
    Figures.Spread bars = figures.barsPerSecond();
    row(
        "bars/s",
        text("%,.0f (%,.0f to %,.0f)", bars.median(), bars.least(), bars.most()),
        verdict("at least 15,000", bars.median() >= BARS_PER_SECOND));
    Figures.Spread wall = figures.wallSeconds();
    row(
        "whole process, s",
        text("%.1f (%.1f to %.1f)", wall.median(), wall.least(), wall.most()),
        "");
    row("rounds/s", text("%,.0f", figures.roundsPerSecond()), "");
    row("messages/s", text("%,.0f", figures.messagesPerSecond()), "");
    row("agent steps/s", text("%,.0f", figures.agentStepsPerSecond()), "");
    row(
        "rule evaluations per bar",
        text("%,.0f", figures.ruleEvaluationsPerBar()),
        verdict("at least 100", figures.ruleEvaluationsPerBar() >= RULES_PER_BAR));
    row("in-memory bus, bars/s", text("%,.0f (one run)", figures.inMemoryBarsPerSecond()), "");
    row("Redis / in-memory bus", text("%.2f", figures.redisToInMemory()), "");
    row(
        "Redis connections",
        text("%d", figures.redisConnections()),
        verdict("at most 3", figures.redisConnections() <= CONNECTIONS));
  }

  private void memory(Figures figures) {
    Figures.Memory memory = figures.memory();
    row(
        "peak resident memory, MiB",
        text(
            "%.0f (JVM %.0f, Redis %.0f)",
            memory.totalPeak(), memory.jvmPeak(), memory.redisPeak()),
        verdict("at most 512", memory.totalPeak() <= PEAK_MIB));
    String lengths = text("%d and %d days", figures.shortDays(), figures.days());
    row(
        "JVM peak, MiB, " + lengths,
        text("%.0f, %.0f", memory.shortJvmPeak(), memory.jvmPeak()),
        "");
    row(
        "live heap at the end, MiB, " + lengths,
        text("%.1f, %.1f", memory.shortLiveHeap(), memory.liveHeap()),
        verdict("no growth (10 %)", memory.growth() <= GROWTH));
    row(
        "last heap after GC, MiB, " + lengths,
        text("%.0f, %.0f", memory.shortLastHeapAfterCollection(), memory.lastHeapAfterCollection()),
        "");
  }

  private void shares(String title, Map<String, Double> shares) {
    line("");
    lines.add(title);
    shares.forEach((name, percent) -> line("  %-36s %5.1f", name, percent));
  }
}
