package mycelial;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaCall;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/**
 * Who may end the process. A hook that waits for a thread which itself calls exit waits for ever;
 * so there is no hook, threads ask for the end through a flag, and only main exits.
 */
@NullMarked
final class ExitTest {
  private static List<String> callersOf(Class<?> owner, String method) {
    return Program.CLASSES.stream()
        .flatMap(type -> type.getMethodCallsFromSelf().stream())
        .filter(
            call -> call.getTargetOwner().isEquivalentTo(owner) && call.getName().equals(method))
        .map(JavaCall::getOrigin)
        .map(origin -> origin.getOwner().getSimpleName() + "." + origin.getName())
        .distinct()
        .toList();
  }

  @Test
  void onlyMainExitsAndOnlyTheSecondSignalHalts() {
    assertThat(callersOf(System.class, "exit")).containsExactly("Mycelial.main");
    assertThat(callersOf(Runtime.class, "halt")).containsExactly("Interrupts.arrived");
  }

  @Test
  void nothingHooksIntoTheShutdown() {
    assertThat(callersOf(Runtime.class, "addShutdownHook")).isEmpty();
  }
}
