package mycelial.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jline.utils.Signals;
import org.jspecify.annotations.Nullable;

/**
 * Ctrl-C, SIGTERM and a closed terminal while a session is opened and played: the first asks for a
 * clean end, the second ends the program at once. What the signals did before is restored by {@link
 * #close}. Signals arrive on threads of their own.
 */
final class Interrupts implements AutoCloseable {
  private final PrintWriter err;
  private final Map<String, Object> before = new LinkedHashMap<>();
  private int count;
  private @Nullable Runnable cleanEnd;

  Interrupts(PrintWriter err) {
    this.err = err;
    for (String signal : new String[] {"INT", "TERM", "HUP"}) {
      Object previous = Signals.register(signal, this::arrived);
      if (previous != null) {
        before.put(signal, previous);
      }
    }
  }

  /** Says how to end cleanly; done at once when a signal has come already. */
  synchronized void onFirst(Runnable end) {
    cleanEnd = end;
    if (count > 0) {
      end.run();
    }
  }

  private synchronized void arrived() {
    if (++count > 1) {
      Runtime.getRuntime().halt(ExitCode.INTERRUPTED);
    }
    err.println("ending the session cleanly; press Ctrl-C again to end at once");
    err.flush();
    if (cleanEnd != null) {
      cleanEnd.run();
    }
  }

  synchronized boolean any() {
    return count > 0;
  }

  @Override
  public void close() {
    before.forEach(Signals::unregister);
  }
}
