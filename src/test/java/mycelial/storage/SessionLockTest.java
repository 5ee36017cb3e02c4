package mycelial.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SessionLockTest {
  @TempDir Path folder;
  @TempDir Path aside;

  private Process child() throws IOException {
    return ChildProcess.start(
        aside.resolve("output"),
        ChildLocker.class,
        folder.toString(),
        aside.resolve("outcome").toString());
  }

  private String outcome() {
    Path file = aside.resolve("outcome");
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> Files.exists(file) && Files.readString(file).endsWith("\n"));
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void refusesASecondSessionOfThisProcessAndOfAnother() throws Exception {
    String pid = String.valueOf(ProcessHandle.current().pid());
    try (SessionLock first = SessionLock.acquire(folder, "a")) {
      assertThatThrownBy(() -> SessionLock.acquire(folder, "b"))
          .isInstanceOf(StorageException.class)
          .hasMessageMatching(".* is in use by pid " + pid + " since \\S+Z \\(session a\\); .*");
      Process child = child();
      assertThat(outcome()).contains("is in use by pid " + pid + " since ").contains("session a");
      child.waitFor();
      assertThat(first).isNotNull();
    }
  }

  @Test
  void isNotHeldByAKilledProcess() throws Exception {
    Process child = child();
    assertThat(outcome()).startsWith("locked");
    assertThatThrownBy(() -> SessionLock.acquire(folder, "b"))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("in use by pid " + child.pid() + " since ");
    child.destroyForcibly().waitFor();
    SessionLock.acquire(folder, "b").close();
  }

  @Test
  void canBeAskedForWithoutBeingTaken() throws Exception {
    assertThat(SessionLock.isHeld(folder)).isFalse();
    assertThat(folder).isEmptyDirectory();
    SessionLock mine = SessionLock.acquire(folder, "a");
    assertThat(SessionLock.isHeld(folder)).isTrue();
    mine.close();
    assertThat(SessionLock.isHeld(folder)).isFalse();

    Process child = child();
    assertThat(outcome()).startsWith("locked");
    assertThat(SessionLock.isHeld(folder)).isTrue();
    child.destroyForcibly().waitFor();
    assertThat(SessionLock.isHeld(folder)).isFalse();
  }

  @Test
  void canBeTakenAgainAfterItsRelease() {
    SessionLock first = SessionLock.acquire(folder, "a");
    first.close();
    first.close();
    SessionLock.acquire(folder, "b").close();
  }

  @Test
  void refusesAFolderThatCannotBe() throws IOException {
    Path file = Files.writeString(aside.resolve("file"), "x");
    assertThatThrownBy(() -> SessionLock.acquire(file.resolve("data"), "a"))
        .isInstanceOf(StorageException.class)
        .hasMessageStartingWith("Cannot lock the data folder " + file.resolve("data"));
  }
}
