package mycelial.feed.replay;

import java.io.BufferedInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import mycelial.feed.BadDataException;

/**
 * A recorded file, packed or not.
 *
 * @param path where it is
 */
record DataFile(Path path) {
  private static final int BUFFER = 1 << 16;

  /** Size and time of change: a file that changes under a replay is noticed by them. */
  record Stamp(long size, FileTime modified) {}

  /** The name without folders, for messages. */
  String name() {
    return path.getName(path.getNameCount() - 1).toString();
  }

  Stamp stamp() {
    try {
      return new Stamp(Files.size(path), Files.getLastModifiedTime(path));
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /**
   * @throws BadDataException when the file is not as it was
   */
  void requireUnchanged(Stamp before) {
    Stamp now = stamp();
    if (!now.equals(before)) {
      throw new BadDataException(
          name()
              + ": the file changed while it was read ("
              + before.size()
              + " bytes, then "
              + now.size()
              + "); replay a copy that nothing writes to");
    }
  }

  /** Whether the content begins as gzip does, whatever the name says. */
  boolean isCompressed() throws IOException {
    try (InputStream in = new FileInputStream(path.toFile())) {
      return in.read() == 0x1f && in.read() == 0x8b;
    }
  }

  /**
   * Opens the content, unpacked. A FileInputStream on purpose: an interrupt of the reading thread
   * must not close the file.
   */
  InputStream open() throws IOException {
    boolean compressed = isCompressed();
    InputStream in = new FileInputStream(path.toFile());
    if (!compressed) {
      return in;
    }
    try {
      return new GZIPInputStream(new BufferedInputStream(in, BUFFER), BUFFER);
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  /** SHA-256 of the file as it is on disk, lower-case hexadecimal. */
  String sha256() {
    try (InputStream in = new FileInputStream(path.toFile())) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] bytes = new byte[BUFFER];
      for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
        digest.update(bytes, 0, count);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw unreadable(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** One sentence for a file that cannot be read. */
  BadDataException unreadable(IOException cause) {
    BadDataException error =
        new BadDataException(name() + ": cannot be read to its end: " + cause.getMessage());
    error.initCause(cause);
    return error;
  }
}
