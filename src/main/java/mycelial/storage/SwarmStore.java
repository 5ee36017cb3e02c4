package mycelial.storage;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Saved swarms of a data folder: {@code swarm/<id>.json.gz}, named by the SHA-256 of what is in
 * them, and {@code swarm/index.jsonl}, one line a saving in the order in which they happened. A
 * file is never changed. Used by one thread; two processes that save at once both succeed.
 *
 * <p>Every method throws {@link StorageException} with one sentence when files cannot be read or
 * written or are not what their name says.
 */
public final class SwarmStore {
  /** A swarm is a few megabytes; what is far larger was not written here. */
  private static final int LARGEST_BYTES = 256 * 1024 * 1024;

  private final Path folder;

  /** The swarms of a data folder, which need not exist. */
  public SwarmStore(Path dataDir) {
    this.folder = dataDir.resolve("swarm");
  }

  /**
   * Saves a swarm and notes it in the list.
   *
   * @param parent the swarm that the session started from, or null
   * @return its id; equal swarms have equal ids
   */
  public String save(SwarmSnapshot snapshot, SessionInfo session, @Nullable String parent) {
    byte[] bytes = SwarmJson.write(snapshot);
    String id = sha256(bytes);
    note(
        bytes,
        new SwarmEntry(
            id, session.id(), session.kind(), Timestamps.now(), parent, session.build()));
    return id;
  }

  /**
   * Saves what a saved swarm has become without a session, and notes it under the session that the
   * swarm is from.
   *
   * @return its id
   */
  public String revise(SwarmEntry origin, SwarmSnapshot snapshot) {
    byte[] bytes = SwarmJson.write(snapshot);
    String id = sha256(bytes);
    note(
        bytes,
        new SwarmEntry(
            id, origin.session(), origin.kind(), Timestamps.now(), origin.id(), origin.build()));
    return id;
  }

  private void note(byte[] bytes, SwarmEntry entry) {
    try {
      Files.createDirectories(folder);
      if (!Files.exists(file(entry.id()))) {
        write(bytes, entry.id());
      }
      String line = new String(SwarmJson.write(entry), StandardCharsets.UTF_8) + "\n";
      Files.writeString(index(), line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException failed) {
      throw new StorageException(
          "Cannot save the swarm in " + folder + " (" + failed + "); check the folder.", failed);
    }
  }

  private void write(byte[] bytes, String id) throws IOException {
    Path draft = Files.createTempFile(folder, ".draft", ".json.gz");
    try {
      ByteArrayOutputStream packed = new ByteArrayOutputStream(bytes.length / 4);
      try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
        zip.write(bytes);
      }
      Files.write(draft, packed.toByteArray());
      Files.move(draft, file(id), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /** The swarm of that id, after its content has been compared with it. */
  public SwarmSnapshot load(String id) {
    try {
      byte[] bytes = unpack(Files.readAllBytes(file(id)));
      if (!sha256(bytes).equals(id)) {
        throw damaged(id, new IOException("its content has another SHA-256 than its name says"));
      }
      return SwarmJson.read(bytes, SwarmSnapshot.class);
    } catch (IOException | IllegalArgumentException failed) {
      throw damaged(id, failed);
    }
  }

  private StorageException damaged(String id, Exception cause) {
    return new StorageException(
        "Cannot use the saved swarm "
            + file(id)
            + " ("
            + cause.getMessage()
            + "); choose another one or --swarm none.",
        cause);
  }

  private static byte[] unpack(byte[] packed) throws IOException {
    try (GZIPInputStream zip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      byte[] bytes = zip.readNBytes(LARGEST_BYTES);
      if (bytes.length == LARGEST_BYTES) {
        throw new IOException("it is larger than any swarm");
      }
      return bytes;
    }
  }

  /** All savings in their order. A swarm that was saved twice is listed twice. */
  public List<SwarmEntry> entries() {
    List<SwarmEntry> entries = new ArrayList<>();
    if (!Files.exists(index())) {
      return entries;
    }
    try {
      for (String line : Files.readAllLines(index())) {
        entries.add(SwarmJson.read(line.getBytes(StandardCharsets.UTF_8), SwarmEntry.class));
      }
    } catch (IOException | IllegalArgumentException failed) {
      throw new StorageException(
          "Cannot read the list of saved swarms " + index() + " (" + failed.getMessage() + ").",
          failed);
    }
    return entries;
  }

  /** The swarm that was saved last. */
  public Optional<String> newest() {
    List<SwarmEntry> entries = entries();
    return entries.isEmpty() ? Optional.empty() : Optional.of(entries.getLast().id());
  }

  /** The ids that begin with that text, each once. */
  public List<String> matching(String prefix) {
    return entries().stream()
        .map(SwarmEntry::id)
        .filter(id -> id.startsWith(prefix))
        .distinct()
        .toList();
  }

  /** Size of a saved swarm's file, bytes. */
  public long size(String id) {
    try {
      return Files.size(file(id));
    } catch (IOException failed) {
      throw damaged(id, failed);
    }
  }

  private Path file(String id) {
    return folder.resolve(id + ".json.gz");
  }

  private Path index() {
    return folder.resolve("index.jsonl");
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform has SHA-256", missing);
    }
  }
}
