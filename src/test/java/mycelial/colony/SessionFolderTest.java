package mycelial.colony;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import mycelial.bus.redis.RedisEndpoint;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NullMarked
final class SessionFolderTest {
  private static final int TIMES = 500;

  private static SessionFolder.Live live() {
    RedisEndpoint redis = new RedisEndpoint("127.0.0.1", 6379, null, "secret", false);
    return new SessionFolder.Live("s", ProcessHandle.current().pid(), redis, "s:", "00ff");
  }

  @Test
  void saysHowALiveSessionIsReachedToItsOwnerAlone(@TempDir Path data) throws Exception {
    SessionFolder folder = SessionFolder.create(data, "s");
    folder.writeLive(live());
    assertThat(folder.live()).contains(live());
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.path().resolve("live.properties"))))
        .isEqualTo("rw-------");
    folder.removeLive();
    assertThat(SessionFolder.allLive(data)).isEmpty();
  }

  @Test
  void isFoundWholeOrNotAtAllWhileItIsWritten(@TempDir Path data) throws Exception {
    SessionFolder folder = SessionFolder.create(data, "s");
    AtomicBoolean over = new AtomicBoolean();
    CompletableFuture<Void> writer =
        CompletableFuture.runAsync(() -> {
          for (int i = 0; i < TIMES; i++) {
            folder.writeLive(live());
          }
          over.set(true);
        });
    while (!over.get() && !writer.isDone()) {
      folder.live().ifPresent(found -> assertThat(found).isEqualTo(live()));
    }
    writer.get();
  }
}
