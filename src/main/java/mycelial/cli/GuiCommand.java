package mycelial.cli;

import java.io.PrintWriter;
import mycelial.gui.Window;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** A paper session in a window. */
@Command(
    name = "gui",
    description =
        "Opens MASON's window on the colony: press Play for a paper session, as run makes it; pause,"
            + " step, stop, inspect agents.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  mycelial gui --feed sample --speed max",
      "  mycelial gui --feed DIR --hours 6 --speed 60",
      "",
      "Each Play is a session of its own, with a folder of its own. Exit code 5 without a display."
    })
final class GuiCommand extends RunCommand {
  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    dashboard.refuse(spec);
    if (metrics.port != null) {
      throw new ParameterException(
          spec.commandLine(), "--metrics-port is for run: each Play of the window is a session");
    }
    int seed = seed();
    check(); // whatever is wrong with the options is said before a window is opened
    GuiHost host = new GuiHost(this, seed, err);
    Window window;
    try {
      window = Window.open(host);
    } catch (Window.NoDisplayException missing) {
      err.println(missing.getMessage());
      return ExitCode.SERVICE;
    }
    try (Interrupts interrupts = new Interrupts(err)) {
      interrupts.onFirst(window::close);
      window.awaitClosed();
      if (interrupts.any()) {
        return ExitCode.INTERRUPTED;
      }
    }
    return host.hasFailed() ? ExitCode.FAILED : ExitCode.FINE;
  }

  /** Progress lines; results alone go to standard output when it is to be JSON. */
  Progress progress() {
    return new Progress(common.json ? spec.commandLine().getErr() : spec.commandLine().getOut());
  }

  private int seed() {
    common.override("seed", session.seed);
    long seed = common.configuration().seed();
    if (seed != (int) seed) {
      throw new ParameterException(
          spec.commandLine(),
          "gui takes a seed of 32 bits, as MASON's Console does, which " + seed + " is not");
    }
    return (int) seed;
  }
}
