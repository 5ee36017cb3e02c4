package mycelial.cli;

import java.io.Console;
import java.io.PrintWriter;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;

/** How far a command is: a bar where a terminal is, nothing otherwise. */
final class Steps implements AutoCloseable {
  private final @Nullable ProgressBar bar;
  private final PrintWriter err;

  @SuppressWarnings(
      "SystemConsoleNull") // NullAway knows better: it may be null on other builds of the JDK
  Steps(String task, PrintWriter err) {
    this.err = err;
    Console console = System.console();
    bar =
        console != null && console.isTerminal()
            ? new ProgressBarBuilder().setTaskName(task).setInitialMax(1).build()
            : null;
  }

  /** So many are done, of so many; that one comes now. */
  void at(int done, int all, String what) {
    if (bar != null) {
      bar.maxHint(all);
      bar.stepTo(done);
      bar.setExtraMessage(" " + what);
    }
  }

  /** A line that stays. */
  void say(String line) {
    if (bar != null) {
      err.print("\r\033[K");
    }
    err.println(line);
    err.flush();
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
