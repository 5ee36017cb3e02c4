package mycelial.cli;

import java.io.UncheckedIOException;
import mycelial.bus.BusException;
import mycelial.config.ConfigurationException;
import mycelial.dashboard.PortInUseException;
import mycelial.feed.BadDataException;
import mycelial.feed.kraken.KrakenException;
import mycelial.ledger.TradeStore.StoreException;
import mycelial.metrics.EndpointException;
import mycelial.storage.StorageException;
import mycelial.storage.UnknownDatabaseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Turns what went wrong into one sentence on standard error and an exit code. */
final class Failures {
  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  private Failures() {}

  static int handle(Exception failure, CommandLine line, ParseResult parsed) {
    if (failure instanceof ParameterException usage) {
      return handleUsage(usage, parsed.originalArgs().toArray(new String[0]));
    }
    int code = code(failure);
    if (code == ExitCode.FAILED && !(failure instanceof UncheckedIOException)) {
      LOG.error("unexpected failure", failure);
    }
    line.getErr().println(Printable.lines(sentence(failure)) + hint(failure, line));
    return code;
  }

  /** What can be done without the exchange. */
  private static String hint(Exception failure, CommandLine line) {
    return failure instanceof KrakenException && line.getCommandName().equals("run")
        ? "; without an exchange: run --feed sample, or a folder of candles"
        : "";
  }

  static int handleUsage(ParameterException failure, String[] args) {
    CommandLine line = failure.getCommandLine();
    line.getErr().println(Printable.lines(String.valueOf(failure.getMessage())));
    if (!CommandLine.UnmatchedArgumentException.printSuggestions(failure, line.getErr())) {
      line.getErr().println("see: " + line.getCommandSpec().qualifiedName() + " --help");
    }
    return ExitCode.USAGE;
  }

  private static int code(Exception failure) {
    return switch (failure) {
      case ConfigurationException bad -> ExitCode.CONFIGURATION;
      case BadDataException bad -> ExitCode.BAD_DATA;
      case UnknownDatabaseException bad -> ExitCode.BAD_DATA;
      case KrakenException gone -> ExitCode.SERVICE;
      case BusException gone -> ExitCode.SERVICE;
      case EndpointException taken -> ExitCode.SERVICE;
      case StorageException gone -> ExitCode.SERVICE;
      case StoreException gone -> ExitCode.SERVICE;
      case PortInUseException taken -> ExitCode.SERVICE;
      default -> ExitCode.FAILED;
    };
  }

  /** What went wrong, as a user reads it. */
  static String sentence(Exception failure) {
    String message = failure.getMessage() == null ? failure.toString() : failure.getMessage();
    Throwable cause = failure instanceof UncheckedIOException ? failure.getCause() : null;
    if (cause != null) {
      return message + ": " + cause.getClass().getSimpleName() + " " + cause.getMessage();
    }
    return message;
  }
}
