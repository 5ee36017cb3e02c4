package mycelial.bus.redis;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import mycelial.bus.BusException;
import mycelial.bus.BusException.Cause;

/** The redis-server program that comes with the embedded-redis library, unpacked once. */
final class RedisBinary {
  /** Enough of a checksum to tell versions apart. */
  private static final int NAME_DIGITS = 16;

  private RedisBinary() {}

  /**
   * The program for this machine, unpacked into the folder unless it is there.
   *
   * @throws BusException when there is none for this platform or it cannot be unpacked
   */
  static Path unpack(Path folder) {
    String os = System.getProperty("os.name", "");
    String arch = System.getProperty("os.arch", "");
    String resource = resource(os, arch);
    try {
      byte[] program = read(resource);
      Path file = folder.resolve("redis-server-" + checksum(program));
      if (!Files.isExecutable(file) || Files.size(file) != program.length) {
        write(program, folder, file);
      }
      return file.toAbsolutePath();
    } catch (IOException failure) {
      throw new BusException(
          Cause.UNREACHABLE,
          "cannot unpack the embedded Redis into " + folder + " (" + failure + "): set REDIS_HOST");
    }
  }

  /** Name of the program in the library. */
  static String resource(String os, String arch) {
    String system = os.toLowerCase(Locale.ROOT);
    boolean arm = arch.equals("aarch64") || arch.equals("arm64");
    boolean intel = arch.equals("amd64") || arch.equals("x86_64");
    if (system.contains("linux") && intel) {
      return "/redis-server-6.2.6-v5-linux-amd64";
    }
    if (system.contains("linux") && arm) {
      return "/redis-server-6.2.7-linux-arm64";
    }
    if (system.contains("mac") && intel) {
      return "/redis-server-6.2.6-v5-darwin-amd64";
    }
    if (system.contains("mac") && arm) {
      return "/redis-server-6.2.6-v5-darwin-arm64";
    }
    throw new BusException(
        Cause.UNREACHABLE, "no embedded Redis for " + os + " on " + arch + ": set REDIS_HOST");
  }

  private static byte[] read(String resource) throws IOException {
    try (InputStream stream = RedisBinary.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new BusException(
            Cause.UNREACHABLE, "the program lacks " + resource + ": set REDIS_HOST");
      }
      return stream.readAllBytes();
    }
  }

  private static String checksum(byte[] program) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(program);
      return HexFormat.of().formatHex(digest).substring(0, NAME_DIGITS);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  /** Under another name first: two sessions may do it at once, and a half file must not be run. */
  private static void write(byte[] program, Path folder, Path file) throws IOException {
    Files.createDirectories(folder);
    Path partial = Files.createTempFile(folder, "redis-server", ".partial");
    Files.write(partial, program);
    if (!partial.toFile().setExecutable(true)) {
      throw new IOException("cannot make " + partial + " executable");
    }
    Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
