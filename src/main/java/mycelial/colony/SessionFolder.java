package mycelial.colony;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import mycelial.bus.redis.RedisEndpoint;
import org.jspecify.annotations.Nullable;

/**
 * A session's folder below {@code <data>/sessions}: its databases if it has its own, its Redis
 * server, its result, and while it lives a file that says how to reach it.
 *
 * @param id the session
 * @param path its folder
 */
public record SessionFolder(String id, Path path) {
  private static final String LIVE = "live.properties";

  /**
   * How a live session is reached; holds secrets, so the file is the owner's alone. The token is
   * hexadecimal.
   */
  public record Live(
      String session, long pid, RedisEndpoint endpoint, String prefix, String token) {
    /** Whether the process that wrote it still runs. */
    public boolean isAlive() {
      return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    @Override
    public String toString() {
      return session + " (pid " + pid + ")";
    }
  }

  /** The folder of all sessions. */
  public static Path sessions(Path dataDir) {
    return dataDir.resolve("sessions");
  }

  /** Makes a session's folder. */
  public static SessionFolder create(Path dataDir, String id) {
    Path path = sessions(dataDir).resolve(id);
    try {
      Files.createDirectories(path);
      return new SessionFolder(id, path);
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot create the session's folder " + path, failed);
    }
  }

  void writeLive(Live live) {
    Properties properties = new Properties();
    properties.setProperty("session", live.session());
    properties.setProperty("pid", String.valueOf(live.pid()));
    properties.setProperty("host", live.endpoint().host());
    properties.setProperty("port", String.valueOf(live.endpoint().port()));
    properties.setProperty("tls", String.valueOf(live.endpoint().tls()));
    setIfPresent(properties, "user", live.endpoint().user());
    setIfPresent(properties, "password", live.endpoint().password());
    properties.setProperty("prefix", live.prefix());
    properties.setProperty("token", live.token());
    Path file = path.resolve(LIVE);
    Path fresh = path.resolve(LIVE + ".new");
    try {
      Files.deleteIfExists(fresh);
      Files.createFile(
          fresh,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      try (var writer = Files.newBufferedWriter(fresh, StandardOpenOption.WRITE)) {
        properties.store(writer, null);
      }
      // Whoever looks meanwhile finds all of it or nothing.
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot write " + file, failed);
    }
  }

  private static void setIfPresent(Properties properties, String key, @Nullable String value) {
    if (value != null) {
      properties.setProperty(key, value);
    }
  }

  void removeLive() {
    try {
      Files.deleteIfExists(path.resolve(LIVE));
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot remove " + path.resolve(LIVE), failed);
    }
  }

  /** How to reach the session, if it lives. */
  public Optional<Live> live() {
    Path file = path.resolve(LIVE);
    Properties properties = new Properties();
    try (var reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (NoSuchFileException over) {
      return Optional.empty();
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot read " + file, failed);
    }
    Live live =
        new Live(
            properties.getProperty("session"),
            Long.parseLong(properties.getProperty("pid")),
            new RedisEndpoint(
                properties.getProperty("host"),
                Integer.parseInt(properties.getProperty("port")),
                properties.getProperty("user"),
                properties.getProperty("password"),
                Boolean.parseBoolean(properties.getProperty("tls"))),
            properties.getProperty("prefix"),
            properties.getProperty("token"));
    return live.isAlive() ? Optional.of(live) : Optional.empty();
  }

  /** Every session of a data folder that lives at the moment, by id. */
  public static List<Live> allLive(Path dataDir) {
    List<Live> found = new ArrayList<>();
    Path sessions = sessions(dataDir);
    if (!Files.isDirectory(sessions)) {
      return found;
    }
    try (Stream<Path> folders = Files.list(sessions)) {
      folders
          .sorted()
          .forEach(path ->
              new SessionFolder(String.valueOf(path.getFileName()), path)
                  .live()
                  .ifPresent(found::add));
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot list " + sessions, failed);
    }
    return found;
  }
}
