package mycelial.colony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RollbackTest {
  private final List<String> closed = new ArrayList<>();

  private void refuse(String name) {
    closed.add(name);
    throw new IllegalStateException(name + " does not close");
  }

  @Test
  void closesLastFirst() {
    try (Rollback rollback = new Rollback()) {
      assertThat(rollback.add("lock", closed::add)).isEqualTo("lock");
      rollback.add("server", closed::add);
    }
    assertThat(closed).containsExactly("server", "lock");
  }

  @Test
  void leavesOpenWhatIsKept() {
    try (Rollback rollback = new Rollback()) {
      rollback.add("lock", closed::add);
      rollback.keep();
    }
    assertThat(closed).isEmpty();
  }

  @Test
  void releasesTheOthersWhenOneDoesNotClose() {
    Rollback rollback = new Rollback();
    rollback.add("lock", closed::add);
    rollback.add("server", this::refuse);
    rollback.add("storage", closed::add);
    assertThatThrownBy(rollback::close).hasMessage("server does not close");
    assertThat(closed).containsExactly("storage", "server", "lock");
  }
}
