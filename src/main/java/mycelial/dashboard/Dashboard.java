package mycelial.dashboard;

import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The running dashboard of one session. {@link #open} binds the port, {@link #close} gives it back;
 * by one thread.
 */
public final class Dashboard implements AutoCloseable {
  private static final int TOKEN_BYTES = 16;

  private final String token;
  private final Hub hub;
  private final Archive archive;
  private final Server server;

  /** Longest silence of a connection, and time for a whole request, milliseconds. */
  private static final long PATIENCE_MILLIS = 10_000;

  private Dashboard(Subject subject, Explainer explainer, int port, long patienceMillis) {
    byte[] bytes = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(bytes);
    token = HexFormat.of().formatHex(bytes);
    hub = new Hub(subject);
    archive = new Archive(subject);
    Api api = new Api(hub, archive, new CommandDesk(subject), explainer, patienceMillis);
    server = new Server(api, token, patienceMillis, port);
    server.start();
    hub.start();
  }

  /**
   * Starts to serve on the loopback address. The session's databases need not be there yet.
   *
   * @param port TCP port, 0 for any that is free
   * @throws PortInUseException when it cannot be had
   */
  public static Dashboard open(Subject subject, Explainer explainer, int port) {
    return open(subject, explainer, port, PATIENCE_MILLIS);
  }

  static Dashboard open(Subject subject, Explainer explainer, int port, long patienceMillis) {
    return new Dashboard(subject, explainer, port, patienceMillis);
  }

  /** Where the page is. */
  public String url() {
    return "http://127.0.0.1:" + server.port() + "/";
  }

  /** What a command must present; for the operator's terminal alone. */
  public String token() {
    return token;
  }

  /** The pages that are open. */
  public int pages() {
    return hub.clients();
  }

  @Override
  public void close() {
    hub.close();
    server.stop();
    archive.close();
  }
}
