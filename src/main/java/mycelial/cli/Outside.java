package mycelial.cli;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import mycelial.cli.DoctorCommand.Line;
import mycelial.config.Configuration;
import mycelial.config.Secrets;
import mycelial.feed.kraken.KrakenSettings;
import org.jspecify.annotations.Nullable;

/**
 * What a live session needs of the outside, asked all at once: whatever does not answer has been
 * given up within ten seconds. Used by one thread; asks on threads of its own.
 */
final class Outside implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(7);

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Asked> asked = new ArrayList<>();
  private final long end = System.nanoTime() + PATIENCE.toNanos();

  private record Asked(String subject, Future<List<Line>> answer) {}

  /**
   * Begins to ask everybody.
   *
   * @param standIn the server that speaks for Kraken, and then for the moats' sources too, or null
   */
  Outside(
      Configuration configuration,
      Secrets secrets,
      KrakenSettings settings,
      @Nullable URI standIn) {
    ask("kraken", new ExchangeCheck(configuration, secrets, settings)::lines);
    for (MoatCheck check : MoatCheck.all(configuration, secrets, standIn)) {
      ask(check.subject(), () -> List.of(check.line()));
    }
  }

  private void ask(String subject, Callable<List<Line>> question) {
    asked.add(new Asked(subject, threads.submit(question)));
  }

  /** Everything that was found, in a fixed order. */
  List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    asked.forEach(each -> lines.addAll(answer(each)));
    return lines;
  }

  private List<Line> answer(Asked each) {
    try {
      long left = Math.max(0, end - System.nanoTime());
      return each.answer().get(left, TimeUnit.NANOSECONDS);
    } catch (TimeoutException slow) {
      return List.of(
          Line.todo(
              each.subject(),
              "no answer within "
                  + PATIENCE.toSeconds()
                  + " s; check the network, or ask again later"));
    } catch (ExecutionException failed) {
      throw new IllegalStateException("a check cannot fail so", failed.getCause());
    } catch (InterruptedException ends) {
      Thread.currentThread().interrupt();
      return List.of(Line.todo(each.subject(), "interrupted"));
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
