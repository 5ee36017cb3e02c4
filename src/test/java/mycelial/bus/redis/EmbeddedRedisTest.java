package mycelial.bus.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import mycelial.bus.BusException;
import mycelial.bus.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EmbeddedRedisTest {
  private static final Path BINARIES = Path.of("target", "redis-binaries");

  private @TempDir Path sessions;

  private EmbeddedRedis start() {
    return EmbeddedRedis.start(BINARIES, sessions.resolve("s1").resolve("redis"));
  }

  @Test
  void carriesRoundsAndIsGoneAfterwards() {
    EmbeddedRedis server = start();
    try (server;
        RedisBus bus = Buses.connect(server.endpoint())) {
      Buses.assertDelivers(bus, Buses.rounds(1, 20));
    }
    assertThat(ServerProcess.isAlive(server.pid())).isFalse();
  }

  @Test
  void keepsItsPasswordFromOthers() throws IOException {
    try (EmbeddedRedis server = start()) {
      String password = String.valueOf(server.endpoint().password());
      Path config = sessions.resolve("s1").resolve("redis").resolve("redis.conf");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(config)))
          .isEqualTo("rw-------");
      assertThat(Files.readString(config)).contains(password);
      assertThat(server.endpoint().toString()).doesNotContain(password);
      assertThat(ProcessHandle.of(server.pid()).orElseThrow().info().commandLine().orElse(""))
          .doesNotContain(password);
      RedisEndpoint open =
          new RedisEndpoint("127.0.0.1", server.endpoint().port(), null, null, false);
      assertThatThrownBy(() -> Buses.connect(open).close()).hasMessageContaining("NOAUTH");
    }
  }

  @Test
  void isStartedAgainByTheBusWhenItHasDied() {
    try (EmbeddedRedis server = start();
        RedisBus bus =
            RedisBus.connect(
                Buses.options(server.endpoint()), Samples.channels(), () -> {}, up -> {}, server)) {
      Buses.assertDelivers(bus, Buses.rounds(1, 5));
      long before = server.pid();
      ProcessHandle.of(before).orElseThrow().destroyForcibly();
      await().until(() -> !ServerProcess.isAlive(before));
      Buses.assertDelivers(bus, Buses.rounds(2, 5));
      assertThat(server.pid()).isNotEqualTo(before);
      assertThat(server.ensureRunning()).isFalse();
    }
  }

  @Test
  void stopsOrphansButNoServerWithALivingOwner() throws IOException {
    try (EmbeddedRedis server = start()) {
      assertThat(EmbeddedRedis.stopOrphans(sessions)).isZero();
      assertThat(ServerProcess.isAlive(server.pid())).isTrue();
      Path owner = sessions.resolve("s1").resolve("redis").resolve("owner");
      Files.writeString(owner, ProcessHandle.current().pid() + " 2001-01-01T00:00:00Z\n");
      assertThat(EmbeddedRedis.stopOrphans(sessions)).isEqualTo(1);
      assertThat(ServerProcess.isAlive(server.pid())).isFalse();
      assertThat(EmbeddedRedis.stopOrphans(sessions)).isZero();
    }
  }

  @Test
  void leavesAProcessAloneThatIsNoRedis() throws IOException {
    Path folder = Files.createDirectories(sessions.resolve("s2").resolve("redis"));
    Files.writeString(folder.resolve("owner"), "999999999 2001-01-01T00:00:00Z\n");
    Files.writeString(folder.resolve("redis.pid"), ProcessHandle.current().pid() + "\n");
    assertThat(EmbeddedRedis.stopOrphans(sessions)).isZero();
    assertThat(EmbeddedRedis.stopOrphans(sessions.resolve("none"))).isZero();
  }

  @Test
  void saysWhatToDoWhereThereIsNoProgram() {
    assertThatThrownBy(() -> RedisBinary.resource("Windows 11", "amd64"))
        .isInstanceOf(BusException.class)
        .hasMessage("no embedded Redis for Windows 11 on amd64: set REDIS_HOST");
  }

  @Test
  void knowsThePlatformsThatItHasProgramsFor() {
    for (String resource :
        List.of(
            RedisBinary.resource("Linux", "amd64"),
            RedisBinary.resource("Linux", "aarch64"),
            RedisBinary.resource("Mac OS X", "x86_64"),
            RedisBinary.resource("Mac OS X", "aarch64"))) {
      assertThat(RedisBinary.class.getResource(resource)).as(resource).isNotNull();
    }
  }
}
