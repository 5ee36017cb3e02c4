package mycelial.bus.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import mycelial.bus.BusException;
import mycelial.bus.BusException.Cause;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real Redis server of the session's own on a free loopback port, with a random password. It runs
 * in a session and process group of its own, so that Ctrl-C in the terminal does not take it away
 * before the session has ended; so it must be closed, last of all. Safe for several threads.
 */
public final class EmbeddedRedis implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedRedis.class);
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final long START_NANOS = TimeUnit.SECONDS.toNanos(5);
  private static final long POLL = TimeUnit.MILLISECONDS.toNanos(5);
  private static final int PORT_ATTEMPTS = 5;
  private static final String PID_FILE = "redis.pid";
  private static final String OWNER_FILE = "owner";

  /** What every operating system takes; macOS is the strictest. */
  private static final int LONGEST_SOCKET_NAME = 100;

  private final Path program;
  private final Path folder;
  private final RedisEndpoint endpoint;
  private long pid;
  private boolean closed;

  private EmbeddedRedis(Path program, Path folder, RedisEndpoint endpoint) {
    this.program = program;
    this.folder = folder;
    this.endpoint = endpoint;
  }

  /**
   * Starts a server.
   *
   * @param binaries where the program is unpacked, once for all sessions
   * @param folder the server's own folder, {@code <session>/redis}; made if it is not there
   * @throws BusException when there is no program for this platform or it does not start
   */
  public static EmbeddedRedis start(Path binaries, Path folder) {
    Path program = RedisBinary.unpack(binaries);
    Path home = folder.toAbsolutePath();
    try {
      Files.createDirectories(home);
      writeOwner(home);
      for (int attempt = 0; attempt < PORT_ATTEMPTS; attempt++) {
        EmbeddedRedis server = new EmbeddedRedis(program, home, freeEndpoint());
        server.configure();
        if (server.launch()) {
          return server;
        }
      }
    } catch (IOException failure) {
      throw cannotStart(home, failure.toString());
    }
    throw cannotStart(home, "see redis.log there");
  }

  private static BusException cannotStart(Path home, String why) {
    return new BusException(
        Cause.UNREACHABLE,
        "the embedded Redis does not start in " + home + " (" + why + "): set REDIS_HOST");
  }

  private static void writeOwner(Path home) throws IOException {
    ProcessHandle self = ProcessHandle.current();
    String started = self.info().startInstant().map(Instant::toString).orElse("");
    Files.writeString(home.resolve(OWNER_FILE), self.pid() + " " + started + "\n");
  }

  private static RedisEndpoint freeEndpoint() throws IOException {
    byte[] secret = new byte[24];
    new SecureRandom().nextBytes(secret);
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String password = HexFormat.of().formatHex(secret);
      return new RedisEndpoint("127.0.0.1", socket.getLocalPort(), null, password, false);
    }
  }

  private void configure() throws IOException {
    List<String> lines =
        new ArrayList<>(
            List.of(
                "daemonize yes",
                "bind 127.0.0.1",
                "port " + endpoint.port(),
                "protected-mode yes",
                "requirepass " + endpoint.password(),
                "save \"\"",
                "appendonly no",
                "dir " + quoted(folder),
                "pidfile " + quoted(folder.resolve(PID_FILE)),
                "logfile " + quoted(folder.resolve("redis.log"))));
    Path socket = socket();
    if (socket != null) {
      lines.add("unixsocket " + quoted(socket));
      lines.add("unixsocketperm 700");
    }
    lines.add("");
    Path file = folder.resolve("redis.conf");
    Files.deleteIfExists(file);
    Set<PosixFilePermission> mine = PosixFilePermissions.fromString("rw-------");
    FileAttribute<Set<PosixFilePermission>> mode = PosixFilePermissions.asFileAttribute(mine);
    Files.createFile(file, mode);
    Files.writeString(file, String.join("\n", lines));
  }

  private static String quoted(Path path) {
    return '"' + path.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /** Starts the server and waits until it has written its process id; false if it ended at once. */
  private boolean launch() throws IOException {
    Path pidFile = folder.resolve(PID_FILE);
    Files.deleteIfExists(pidFile);
    Process parent =
        new ProcessBuilder(program.toString(), folder.resolve("redis.conf").toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    long deadline = System.nanoTime() + START_NANOS;
    while (System.nanoTime() - deadline < 0) {
      Optional<Long> written = ServerProcess.readPid(pidFile);
      if (written.isPresent() && answers()) {
        pid = written.get();
        return true;
      }
      if (!parent.isAlive() && parent.exitValue() != 0) {
        return false;
      }
      LockSupport.parkNanos(POLL);
    }
    return false;
  }

  private boolean answers() {
    try (Link link = new Link(endpoint)) {
      return link.ping();
    } catch (redis.clients.jedis.exceptions.JedisException notYet) {
      LOG.trace("embedded Redis does not answer yet: {}", notYet.getMessage());
      return false;
    }
  }

  /** Where it listens, with the password. */
  public RedisEndpoint endpoint() {
    return endpoint;
  }

  /**
   * Its Unix domain socket, which is faster than TCP; null when the folder's name is too long for
   * one.
   */
  @Nullable Path socket() {
    Path socket = folder.resolve("redis.sock");
    return socket.toString().getBytes(UTF_8).length > LONGEST_SOCKET_NAME ? null : socket;
  }

  /** Its process id; another one after a restart. */
  public synchronized long pid() {
    return pid;
  }

  /**
   * Starts the server again on the same port if it has died.
   *
   * @return whether it had died
   * @throws BusException when it cannot be started
   */
  public synchronized boolean ensureRunning() {
    if (closed || ServerProcess.isAlive(pid)) {
      return false;
    }
    LOG.warn("the embedded Redis (process {}) has died, starting it again", pid);
    try {
      if (launch()) {
        return true;
      }
    } catch (IOException failure) {
      throw cannotStart(folder, failure.toString());
    }
    throw cannotStart(folder, "see redis.log there");
  }

  /** Ends the server: gracefully, then by force. */
  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      ServerProcess.stop(pid, PATIENCE);
    }
  }

  /**
   * Stops the servers of sessions whose JVM was killed.
   *
   * @param sessionsFolder the folder that holds one folder a session
   * @return how many were stopped
   */
  public static int stopOrphans(Path sessionsFolder) {
    List<Long> orphans = orphans(sessionsFolder);
    for (long orphan : orphans) {
      LOG.info("stopping the orphaned Redis server {} below {}", orphan, sessionsFolder);
      ServerProcess.stop(orphan, PATIENCE);
    }
    return orphans.size();
  }

  /**
   * The process ids of servers of sessions whose JVM was killed.
   *
   * @param sessionsFolder the folder that holds one folder a session
   */
  public static List<Long> orphans(Path sessionsFolder) {
    List<Long> orphans = new ArrayList<>();
    if (!Files.isDirectory(sessionsFolder)) {
      return orphans;
    }
    try (DirectoryStream<Path> sessions = Files.newDirectoryStream(sessionsFolder)) {
      for (Path session : sessions) {
        Path folder = session.resolve("redis");
        if (Files.isRegularFile(folder.resolve(OWNER_FILE))) {
          orphan(folder).ifPresent(orphans::add);
        }
      }
    } catch (IOException failure) {
      LOG.warn(
          "cannot look for orphaned Redis servers in {}: {}", sessionsFolder, failure.toString());
    }
    return orphans;
  }

  private static Optional<Long> orphan(Path folder) throws IOException {
    Optional<Long> server = ServerProcess.readPid(folder.resolve(PID_FILE));
    boolean runs = server.isPresent() && ServerProcess.isAlive(server.get(), "redis-server");
    return runs && !isOwnerAlive(folder) ? server : Optional.empty();
  }

  private static boolean isOwnerAlive(Path folder) throws IOException {
    String[] owner = Files.readString(folder.resolve(OWNER_FILE)).strip().split(" ", 2);
    if (!owner[0].matches("[0-9]{1,10}")) {
      return false;
    }
    long pid = Long.parseLong(owner[0]);
    return owner.length < 2
        ? ServerProcess.isAlive(pid)
        : ServerProcess.isAlive(pid, Instant.parse(owner[1]));
  }
}
