package mycelial.bus.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/** A Redis server as a child process that tests may hurt. Not safe for several threads. */
public final class RedisServerProcess implements AutoCloseable {
  private static final Path SYSTEM = Path.of("/usr/bin/redis-server");

  private final List<String> command;
  private final RedisEndpoint endpoint;
  private Process process;

  private RedisServerProcess(List<String> command, RedisEndpoint endpoint) {
    this.command = command;
    this.endpoint = endpoint;
    process = launch();
  }

  /** The server programs to test with: the embedded one, and the system's when it has one. */
  public static List<Path> binaries() {
    List<Path> binaries = new ArrayList<>();
    binaries.add(RedisBinary.unpack(Path.of("target", "redis-binaries")));
    if (Files.isExecutable(SYSTEM)) {
      binaries.add(SYSTEM);
    }
    return binaries;
  }

  /** The system's server program, or null: tests that need it then say so and skip. */
  public static @Nullable Path systemBinary() {
    return Files.isExecutable(SYSTEM) ? SYSTEM : null;
  }

  /** Starts the embedded program on a free port. */
  public static RedisServerProcess start() {
    return start(binaries().getFirst());
  }

  /** Starts a program on a free port, with more options when given. */
  public static RedisServerProcess start(Path binary, String... options) {
    int port = freePort();
    List<String> command = new ArrayList<>();
    command.add(binary.toString());
    command.addAll(List.of("--port", String.valueOf(port), "--bind", "127.0.0.1"));
    command.addAll(List.of("--save", "", "--appendonly", "no"));
    command.addAll(Arrays.asList(options));
    return new RedisServerProcess(command, new RedisEndpoint("127.0.0.1", port, null, null, false));
  }

  /** A port on which nothing listens. */
  public static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private Process launch() {
    try {
      Process started =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      boolean listening = false;
      try {
        Awaitility.await()
            .atMost(10, TimeUnit.SECONDS)
            .pollInterval(5, TimeUnit.MILLISECONDS)
            .until(this::isListening);
        listening = true;
      } finally {
        if (!listening) {
          started.destroyForcibly();
        }
      }
      return started;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private boolean isListening() {
    try (Link link = new Link(endpoint)) {
      return link.isConnected();
    } catch (JedisDataException refused) {
      return true; // it answers, if only to ask for a password
    } catch (JedisException notYet) {
      return false;
    }
  }

  /** Where it listens, without user and password. */
  public RedisEndpoint endpoint() {
    return endpoint;
  }

  /** Its port. */
  public int port() {
    return endpoint.port();
  }

  /** Kills it as {@code kill -9} does and waits until it is gone. */
  public void kill9() {
    process.destroyForcibly();
    awaitEnd();
  }

  /** Starts it again on the same port. */
  public void restart() {
    kill9();
    process = launch();
  }

  /** Stops it as SIGSTOP does: connections stay open, nothing answers. */
  public void pause() {
    signal("-STOP");
  }

  /** Lets it go on. */
  public void resume() {
    signal("-CONT");
  }

  private void signal(String signal) {
    try {
      Process kill = new ProcessBuilder("kill", signal, String.valueOf(process.pid())).start();
      if (kill.waitFor() != 0) {
        throw new IllegalStateException("kill " + signal + " failed");
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupt);
    }
  }

  /** Runs a command on a connection of its own and returns the answer as text. */
  public String run(String... words) {
    try (Link link = new Link(endpoint)) {
      String[] arguments = Arrays.copyOfRange(words, 1, words.length);
      link.sendCommand(() -> words[0].getBytes(java.nio.charset.StandardCharsets.UTF_8), arguments);
      Object answer = link.getOne();
      return answer instanceof byte[] text
          ? new String(text, java.nio.charset.StandardCharsets.UTF_8)
          : String.valueOf(answer);
    }
  }

  private void awaitEnd() {
    try {
      process.waitFor();
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupt);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    awaitEnd();
  }
}
