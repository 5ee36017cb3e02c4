package mycelial.bench;

import picocli.CommandLine;

/** Runs the commands of measurements: what a bench refuses to measure is one sentence. */
public final class Benches {
  private static final int FAILED = 1;

  private Benches() {}

  /** The exit code of a command; 1, with its sentence on standard error, when it gives up. */
  public static int execute(Object bench, String... args) {
    return new CommandLine(bench)
        .setExecutionExceptionHandler((failure, command, parsed) -> {
          if (failure instanceof BenchException) {
            command.getErr().println(command.getCommandName() + ": " + failure.getMessage());
            return FAILED;
          }
          throw failure;
        })
        .execute(args);
  }
}
