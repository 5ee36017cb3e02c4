package mycelial.colony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mycelial.ledger.TradeStore.StoreException;
import mycelial.storage.SessionStatus;
import mycelial.storage.Statuses;
import org.junit.jupiter.api.Test;

final class StatusPostTest {
  private static final long SECOND = 1_000_000_000;

  private final List<SessionStatus> handed = new ArrayList<>();
  private final StatusPost post = new StatusPost(handed::add);

  private List<String> states() {
    return handed.stream().map(status -> status.standing().state()).toList();
  }

  private static SessionStatus standing(String state, boolean halted, String barrier) {
    SessionStatus.Standing standing =
        new SessionStatus.Standing(
            state,
            state.equals("COMPLETED"),
            true,
            halted,
            true,
            barrier.isEmpty() ? null : barrier,
            Map.of());
    return Statuses.running("s").with(standing);
  }

  @Test
  void isDueAtOnceAndThenOnceASecond() {
    assertThat(post.isDue(0)).isTrue();
    assertThat(post.isDue(SECOND - 1)).isFalse();
    assertThat(post.isDue(SECOND)).isTrue();
    assertThat(post.isDue(SECOND + 1)).isFalse();
    assertThat(post.isDue(9 * SECOND)).isTrue();
    assertThat(post.isDue(10 * SECOND - 1)).isFalse();
  }

  @Test
  void saysAtOnceThatRedisHasGoneAndIsBackThoughTheModelWaits() {
    post.hand(Statuses.running("s"));
    post.busChanged(false);
    post.busChanged(true);

    assertThat(states()).containsExactly("RUNNING", "DEGRADED", "RUNNING");
    assertThat(handed.get(1).standing().busAvailable()).isFalse();
    assertThat(handed.get(1).streams()).isEqualTo(handed.getFirst().streams());
  }

  @Test
  void afterRedisIsBackAHaltIsStillAHaltAndABarrierABarrier() {
    post.hand(standing("HALTED", true, ""));
    post.busChanged(true);
    post.hand(standing("DEGRADED", false, "the exchange is in maintenance"));
    post.busChanged(true);

    assertThat(states()).containsExactly("HALTED", "HALTED", "DEGRADED", "DEGRADED");
  }

  @Test
  void whatHasEndedIsNotSaidToRunAgain() {
    post.hand(standing("COMPLETED", false, ""));
    post.busChanged(false);

    assertThat(states()).containsExactly("COMPLETED");
  }

  @Test
  void aSessionThatCannotBePlayedOnIsSaidToHaveFailedAndWhy() {
    post.failed("nobody has heard of it yet");
    post.hand(Statuses.running("s"));
    post.failed("the disk is full");

    assertThat(states()).containsExactly("RUNNING", "FAILED (the disk is full)");
    assertThat(handed.getLast().standing().ended()).isTrue();
  }

  @Test
  void thatNothingCanBeStoredDoesNotEndTheThreadOfTheBus() {
    List<SessionStatus> stored = new ArrayList<>();
    StatusPost failing =
        new StatusPost(status -> {
          if (!stored.isEmpty()) {
            throw new StoreException("the disk is full", new IOException("full"));
          }
          stored.add(status);
        });
    failing.hand(Statuses.running("s"));

    failing.busChanged(false);

    assertThat(stored).hasSize(1);
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> failing.hand(Statuses.running("s")));
  }
}
