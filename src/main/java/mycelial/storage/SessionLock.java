package mycelial.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lets one session at a time use a data folder. The operating system releases the lock when the
 * process ends, however it ends; what {@code .lock} then still says is ignored. To be acquired and
 * closed on a thread that is not interrupted: an interrupt closes the channel.
 */
public final class SessionLock implements AutoCloseable {
  /** The locked byte lies far behind the text, so that others can read the text everywhere. */
  private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

  private static final int LONGEST_TEXT = 1000;
  private static final Pattern OWNER = Pattern.compile("pid ([0-9]{1,10}) ");

  /**
   * Owners of the folders that this process has locked. Their file must not be opened again:
   * closing a second channel of it would release the lock.
   */
  private static final ConcurrentMap<Path, String> HELD = new ConcurrentHashMap<>();

  private final Path folder;
  private final FileChannel channel;

  private SessionLock(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /**
   * Locks a folder, creating it where needed.
   *
   * @throws StorageException naming the process that has locked it, or saying why it cannot be
   *     locked
   */
  public static SessionLock acquire(Path folder, String session) {
    String owner =
        "pid %d since %s (session %s)"
            .formatted(ProcessHandle.current().pid(), Timestamps.now(), session);
    try {
      Path real = Files.createDirectories(folder).toRealPath();
      String holder = HELD.putIfAbsent(real, owner);
      if (holder != null) {
        throw inUse(folder, holder);
      }
      boolean locked = false;
      try {
        SessionLock lock = lock(real, owner);
        locked = true;
        return lock;
      } finally {
        if (!locked) {
          HELD.remove(real);
        }
      }
    } catch (IOException e) {
      throw new StorageException(
          "Cannot lock the data folder " + folder + " (" + e + "); check that it is writable.", e);
    }
  }

  private static SessionLock lock(Path folder, String owner) throws IOException {
    FileChannel channel =
        FileChannel.open(
            folder.resolve(".lock"),
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
    boolean locked = false;
    try {
      if (channel.tryLock(LOCKED_BYTE, 1, false) == null) {
        throw inUse(folder, read(channel));
      }
      locked = true;
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(owner.getBytes(StandardCharsets.UTF_8)), 0);
      return new SessionLock(folder, channel);
    } finally {
      if (!locked) {
        channel.close();
      }
    }
  }

  /**
   * Whether a session uses the folder at the moment; the folder is not changed. Its lock is only
   * tried when the process that wrote it lives, so that a start is hardly ever in the way.
   *
   * @throws StorageException when that cannot be found out
   */
  public static boolean isHeld(Path folder) {
    Path file = folder.resolve(".lock");
    if (Files.notExists(file)) {
      return false;
    }
    try {
      if (HELD.containsKey(folder.toRealPath())) {
        return true;
      }
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
        return ownerLives(read(channel)) && channel.tryLock(LOCKED_BYTE, 1, true) == null;
      }
    } catch (IOException e) {
      throw new StorageException(
          "Cannot look at the lock of " + folder + " (" + e + "); check the folder.", e);
    }
  }

  private static boolean ownerLives(String owner) {
    Matcher pid = OWNER.matcher(owner);
    return pid.lookingAt()
        && ProcessHandle.of(Long.parseLong(pid.group(1))).map(ProcessHandle::isAlive).orElse(false);
  }

  private static String read(FileChannel channel) throws IOException {
    ByteBuffer text = ByteBuffer.allocate(LONGEST_TEXT);
    channel.read(text, 0);
    return StandardCharsets.UTF_8.decode(text.flip()).toString();
  }

  private static StorageException inUse(Path folder, String owner) {
    return new StorageException(
        "The data folder "
            + folder
            + " is in use by "
            + owner
            + "; wait for its end, stop it, or choose another folder.");
  }

  /** Releases the folder; a second call does nothing. */
  @Override
  public void close() {
    if (!channel.isOpen()) {
      return;
    }
    try {
      channel.close();
    } catch (IOException e) {
      throw new StorageException("Cannot release the lock on " + folder + " (" + e + ").", e);
    } finally {
      HELD.remove(folder);
    }
  }
}
