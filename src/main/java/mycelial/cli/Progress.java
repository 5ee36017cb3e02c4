package mycelial.cli;

import java.io.PrintWriter;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import mycelial.agent.trader.CollisionCounts;
import mycelial.agent.trader.Fate;
import mycelial.agent.trader.TradingAgent;
import mycelial.colony.Colony;
import mycelial.colony.RunCounters;
import mycelial.colony.SessionListener;
import mycelial.market.SignalSource;
import org.jspecify.annotations.Nullable;

/**
 * Shows how a session goes: a bar where a terminal is, plain lines otherwise. Every simulated hour
 * a line says what was traded and why nothing was; in a long session only about a hundred such
 * lines are printed.
 */
final class Progress implements SessionListener {
  private static final double HOUR = 3600;
  private static final int MOST_LINES = 100;

  private final PrintWriter out;
  private final boolean terminal;
  private @Nullable ProgressBar bar;
  private double nextLine;

  Progress(PrintWriter out) {
    this.out = out;
    this.terminal = Paint.isTerminal();
  }

  @Override
  public void progress(Colony colony) {
    RunCounters run = colony.counters();
    if (terminal) {
      showBar(run);
    }
    if (nextLine == 0) {
      begin(run);
      nextLine = Math.max(run.from(), run.tradingFrom()) + HOUR;
    }
    if (run.now() >= nextLine) {
      double stride = Math.max(HOUR, HOUR * Math.ceil((run.to() - run.from()) / HOUR / MOST_LINES));
      nextLine = run.now() + stride;
      say(Times.brief((long) run.now()) + " " + line(colony.roster().trader()));
    }
  }

  /** A long warm-up prints no lines, so it is announced. */
  private void begin(RunCounters run) {
    if (run.from() < run.tradingFrom()) {
      say(
          String.format(
              Locale.ROOT,
              "warming up on %.0f hours of past bars; trading from %s to %s UTC",
              (run.tradingFrom() - run.from()) / HOUR,
              Times.brief((long) run.tradingFrom()),
              Times.brief((long) run.to())));
    }
  }

  private void showBar(RunCounters run) {
    if (bar == null) {
      bar =
          new ProgressBarBuilder()
              .setTaskName("playing")
              .setInitialMax((long) (run.to() - run.from()) / 60)
              .setUnit(" min", 1)
              .build();
    }
    bar.stepTo((long) (run.now() - run.from()) / 60);
    bar.setExtraMessage(run.now() < run.tradingFrom() ? " warming up" : "");
  }

  private static String line(TradingAgent trader) {
    CollisionCounts met = trader.collisionCounts();
    return String.format(
        Locale.ROOT,
        "%s  ideas %d baseline, %d mycelial; collisions %d, near misses %d, conflicts %d, unmatched %d;"
            + " account %s USD; %s",
        trader.isHalted() ? "HALTED" : "RUNNING",
        trader.ideas(SignalSource.BASELINE),
        trader.ideas(SignalSource.MYCELIAL),
        met.matched(),
        met.nearMisses(),
        met.conflicts(),
        met.expired(),
        trader.ledger(SignalSource.ACCOUNT).equity().setScale(2, RoundingMode.HALF_EVEN),
        why(trader, met));
  }

  /** The main reason for which there are no more collision trades. */
  private static String why(TradingAgent trader, CollisionCounts met) {
    if (trader.ideas(SignalSource.MYCELIAL) == 0) {
      return "no trade: the swarm has no confirmed idea yet";
    }
    if (trader.ideas(SignalSource.BASELINE) == 0) {
      return "no trade: the analysts have no idea yet";
    }
    if (met.matched() == 0) {
      return "no trade: no two ideas agreed within the window";
    }
    var fates = trader.fates().get(SignalSource.ACCOUNT);
    String without = fates == null ? "" : without(fates);
    return without.isEmpty() ? "every collision was traded" : "not traded: " + without;
  }

  private static String without(Map<Fate, Long> fates) {
    StringBuilder text = new StringBuilder();
    fates.forEach((fate, count) -> {
      if (fate != Fate.OPENED) {
        text.append(text.isEmpty() ? "" : ", ")
            .append(count)
            .append(" (")
            .append(fate.words())
            .append(')');
      }
    });
    return text.toString();
  }

  @Override
  public void say(String line) {
    if (bar != null) {
      out.print("\r\033[K");
    }
    out.println(Printable.of(line));
    out.flush();
  }

  /** Takes the bar away. */
  void end() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }
}
