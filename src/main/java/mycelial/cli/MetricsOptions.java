package mycelial.cli;

import java.io.PrintWriter;
import java.util.function.Consumer;
import mycelial.metrics.MetricsEndpoint;
import mycelial.storage.SessionStatus;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Lets Prometheus look at a session. */
final class MetricsOptions {
  private static final int HIGHEST_PORT = 65_535;

  @Spec(Spec.Target.MIXEE)
  CommandSpec command = CommandSpec.create();

  @Option(
      names = "--metrics-port",
      paramLabel = "PORT",
      description =
          "Serve metrics for Prometheus on http://127.0.0.1:PORT/metrics; 0 for a free port.")
  @Nullable Integer port;

  /** The endpoint, or nothing where none is asked for. */
  record Served(@Nullable MetricsEndpoint endpoint, Consumer<SessionStatus> statuses)
      implements AutoCloseable {
    @Override
    public void close() {
      if (endpoint != null) {
        endpoint.close();
      }
    }
  }

  /**
   * Begins to serve, before anything of the session is opened.
   *
   * @throws mycelial.metrics.EndpointException when the port cannot be had
   */
  Served open() {
    Integer wanted = port;
    if (wanted == null) {
      return new Served(null, status -> {});
    }
    if (wanted < 0 || wanted > HIGHEST_PORT) {
      throw new ParameterException(
          command.commandLine(), "--metrics-port " + wanted + ": expected 0 to " + HIGHEST_PORT);
    }
    StatusMeters meters = new StatusMeters(System::nanoTime);
    MetricsEndpoint endpoint = MetricsEndpoint.open(wanted, meters);
    PrintWriter err = command.commandLine().getErr();
    err.println("metrics on http://127.0.0.1:" + endpoint.port() + "/metrics");
    return new Served(endpoint, meters::take);
  }
}
