package mycelial.bench.learning;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/** Identifies a build by its classes, so that building the same sources again changes nothing. */
final class BuildId {
  /** Raised when lines are judged or written in another way. */
  private static final String FORMAT = "2";

  private static final int DIGITS = 16;

  private BuildId() {}

  static String of(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      List<ZipEntry> classes =
          file.stream()
              .filter(entry -> entry.getName().startsWith("mycelial/"))
              .filter(entry -> entry.getName().endsWith(".class"))
              .map(ZipEntry.class::cast)
              .sorted(Comparator.comparing(ZipEntry::getName))
              .toList();
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(FORMAT.getBytes(StandardCharsets.UTF_8));
      for (ZipEntry entry : classes) {
        digest.update(entry.getName().getBytes(StandardCharsets.UTF_8));
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(entry.getCrc()).flip());
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every machine has SHA-256", impossible);
    }
  }
}
