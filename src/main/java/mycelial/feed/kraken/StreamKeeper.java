package mycelial.feed.kraken;

import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import mycelial.feed.ScaledClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a connection of WebSocket v2 open: subscribes, gives up one that is silent, and comes back
 * after a pause that grows. Used by one thread.
 */
final class StreamKeeper {
  private static final Logger LOG = LoggerFactory.getLogger(StreamKeeper.class);

  /** Kraken sends a heartbeat each second; longer silence is the end, in its seconds. */
  private static final double SILENCE = 10;

  private static final long LEAST_SILENCE = TimeUnit.SECONDS.toNanos(2);
  private static final long LOOK_AGAIN = TimeUnit.MILLISECONDS.toNanos(100);

  /** Kraken takes about 150 connections in ten minutes. */
  private static final int MOST_CONNECTIONS = 140;

  private static final long TEN_MINUTES = TimeUnit.MINUTES.toNanos(10);
  private static final double LONGEST_PAUSE = 60;
  private static final double PROVEN = 60;
  private final HttpClient client;
  private final KrakenSettings settings;
  private final MarketDesk desk;
  private final ScaledClock clock;
  private final int minutes;
  private final SplittableRandom random;
  private final Deque<Long> connections = new ArrayDeque<>();
  private double pause = 1;

  StreamKeeper(
      HttpClient client, KrakenSettings settings, MarketDesk desk, ScaledClock clock, int minutes) {
    this.client = client;
    this.settings = settings;
    this.desk = desk;
    this.clock = clock;
    this.minutes = minutes;
    this.random = new SplittableRandom(settings.seed() + 1);
  }

  /** Works until it is interrupted. */
  void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        waitForRoom();
        double opened = clock.seconds();
        String reason = session();
        desk.streamClosed(reason);
        LOG.info("web socket: {}", reason);
        pause = clock.seconds() - opened > PROVEN ? 1 : Math.min(LONGEST_PAUSE, 2 * pause);
        Waits.seconds(clock, pause / 2 + random.nextDouble() * pause / 2);
      }
    } catch (InterruptedException ends) {
      Thread.currentThread().interrupt();
    }
  }

  private void waitForRoom() throws InterruptedException {
    while (connections.size() >= MOST_CONNECTIONS) {
      long age = System.nanoTime() - connections.getFirst();
      if (age >= TEN_MINUTES) {
        connections.removeFirst();
      } else {
        TimeUnit.NANOSECONDS.sleep(TEN_MINUTES - age);
      }
    }
    connections.addLast(System.nanoTime());
  }

  /** One connection from its opening to its end; says why it ended. */
  private String session() throws InterruptedException {
    var session = new StreamSession(desk::heard);
    WebSocket socket = null;
    try {
      socket =
          client
              .newWebSocketBuilder()
              .connectTimeout(Duration.ofSeconds(settings.deadlineSeconds()))
              .buildAsync(settings.stream(), session)
              .get(settings.deadlineSeconds(), TimeUnit.SECONDS);
      subscribe(socket);
      return watch(session);
    } catch (ExecutionException failed) {
      Throwable cause = failed.getCause() == null ? failed : failed.getCause();
      return "no connection (" + cause.getClass().getSimpleName() + ")";
    } catch (TimeoutException slow) {
      return "no connection within " + settings.deadlineSeconds() + " s";
    } finally {
      if (socket != null) {
        socket.abort();
      }
    }
  }

  private void subscribe(WebSocket socket)
      throws InterruptedException, ExecutionException, TimeoutException {
    List<String> symbols = desk.desks().stream().map(pair -> pair.listing().symbol()).toList();
    send(socket, StreamMessages.subscribeBars(symbols, minutes));
    send(socket, StreamMessages.subscribePrices(symbols));
  }

  private void send(WebSocket socket, String text)
      throws InterruptedException, ExecutionException, TimeoutException {
    socket.sendText(text, true).get(settings.deadlineSeconds(), TimeUnit.SECONDS);
  }

  private String watch(StreamSession session) throws InterruptedException {
    long limit = Math.max(LEAST_SILENCE, clock.wallNanos(SILENCE));
    while (!session.awaitEnd(Math.min(LOOK_AGAIN, limit))) {
      if (session.silence() > limit) {
        return "nothing was heard for " + TimeUnit.NANOSECONDS.toMillis(limit) + " ms";
      }
    }
    return session.reason();
  }
}
