package mycelial.bus.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import mycelial.bus.BusException;
import mycelial.bus.BusException.Cause;
import mycelial.bus.Samples;
import mycelial.message.Channel;
import org.junit.jupiter.api.Test;

final class RedisBusStartTest {
  private static BusException failure(RedisEndpoint endpoint) {
    return catchThrowableOfType(BusException.class, () -> Buses.connect(endpoint).close());
  }

  @Test
  void saysWhereNothingListens() {
    int port = RedisServerProcess.freePort();
    BusException failure = failure(new RedisEndpoint("127.0.0.1", port, null, null, false));
    assertThat(failure.kind()).isEqualTo(Cause.UNREACHABLE);
    assertThat(failure)
        .hasMessage(
            "no Redis at 127.0.0.1:"
                + port
                + ": start one or unset REDIS_HOST to use the embedded server");
  }

  @Test
  void doesNotHangOnAServerThatStandsStill() {
    try (RedisServerProcess redis = RedisServerProcess.start()) {
      redis.pause();
      assertTimeout(
          Duration.ofSeconds(10),
          () -> assertThat(failure(redis.endpoint()).kind()).isEqualTo(Cause.UNREACHABLE));
      redis.resume();
    }
  }

  @Test
  void isRefusedWithoutOrWithTheWrongPassword() {
    try (RedisServerProcess redis =
        RedisServerProcess.start(
            RedisServerProcess.binaries().getFirst(), "--requirepass", "right")) {
      BusException none = failure(redis.endpoint());
      assertThat(none.kind()).isEqualTo(Cause.REFUSED);
      assertThat(none).hasMessageContaining("NOAUTH");
      RedisEndpoint wrong = new RedisEndpoint("127.0.0.1", redis.port(), null, "hunter2", false);
      BusException refused = failure(wrong);
      assertThat(refused.kind()).isEqualTo(Cause.REFUSED);
      assertThat(refused).hasMessageContaining("WRONGPASS");
      assertThat(refused.toString() + wrong + Buses.options(wrong)).doesNotContain("hunter2");
    }
  }

  @Test
  void refusesASecondSessionOnTheSameChannels() {
    try (RedisServerProcess redis = RedisServerProcess.start();
        RedisBus first = Buses.connect(redis.endpoint())) {
      BusException second = failure(redis.endpoint());
      assertThat(second.kind()).isEqualTo(Cause.OCCUPIED);
      assertThat(second).hasMessageContaining("--channel-prefix");
      BusOptions own =
          new BusOptions(
              "s1",
              "mine:",
              redis.endpoint(),
              Buses.TOKEN,
              Duration.ofSeconds(2),
              Duration.ofSeconds(60));
      try (RedisBus third = Buses.connect(own)) {
        Buses.assertDelivers(third, Buses.rounds(1, 5));
        Buses.assertDelivers(first, Buses.rounds(2, 5));
        assertThat(first.statistics().foreignMessages()).isZero();
      }
    }
  }

  @Test
  void namesAChannelThatItsUserMayNotReadAndTriesNoMore() {
    try (RedisServerProcess redis = RedisServerProcess.start()) {
      redis.run("ACL", "SETUSER", "bus", "on", ">secret", "+@all", "resetchannels", "&m*-data:*");
      RedisEndpoint login = new RedisEndpoint("127.0.0.1", redis.port(), "bus", "secret", false);
      BusException refused = failure(login);
      assertThat(refused.kind()).isEqualTo(Cause.REFUSED);
      assertThat(refused)
          .hasMessageContaining("NOPERM")
          .hasMessageContaining(
              "["
                  + Samples.channels().stream()
                      .map(Channel::name)
                      .filter(name -> !name.matches("m.*-data:.*"))
                      .findFirst()
                      .orElseThrow()
                  + "]")
          .hasMessageNotContaining("secret");
      String connections = redis.run("INFO", "stats");
      assertThat(failure(login).kind()).isEqualTo(Cause.REFUSED);
      assertThat(total(redis.run("INFO", "stats")) - total(connections))
          .as("a publisher's connection, a subscriber's, and this question's")
          .isEqualTo(3);
    }
  }

  private static int total(String info) {
    return info.lines()
        .filter(line -> line.startsWith("total_connections_received:"))
        .mapToInt(line -> Integer.parseInt(line.substring(line.indexOf(':') + 1).strip()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void refusesAReplica() {
    try (RedisServerProcess redis = RedisServerProcess.start()) {
      redis.run("REPLICAOF", "127.0.0.1", String.valueOf(RedisServerProcess.freePort()));
      assertThat(failure(redis.endpoint())).hasMessageContaining("replica");
    }
  }

  @Test
  void refusesACluster(@org.junit.jupiter.api.io.TempDir java.nio.file.Path folder) {
    try (RedisServerProcess redis =
        RedisServerProcess.start(
            RedisServerProcess.binaries().getFirst(),
            "--cluster-enabled",
            "yes",
            "--dir",
            folder.toString())) {
      assertThat(failure(redis.endpoint())).hasMessageContaining("cluster");
    }
  }

  @Test
  void refusesASessionIdThatDoesNotFitIntoJson() {
    RedisEndpoint endpoint = new RedisEndpoint("localhost", 6379, null, null, false);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BusOptions.defaults("a\"b", "", endpoint, Buses.TOKEN));
  }
}
