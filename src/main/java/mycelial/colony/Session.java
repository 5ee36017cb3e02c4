package mycelial.colony;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import mycelial.bus.BusException;
import mycelial.bus.BusStatistics;
import mycelial.bus.MessageBus;
import mycelial.bus.redis.BusOptions;
import mycelial.bus.redis.EmbeddedRedis;
import mycelial.bus.redis.RedisBus;
import mycelial.bus.redis.RedisEndpoint;
import mycelial.config.RedisSettings;
import mycelial.config.Secrets;
import mycelial.feed.Connector;
import mycelial.feed.MarketFeed;
import mycelial.market.Provenance;
import mycelial.message.Channel;
import mycelial.storage.ChromaMirror;
import mycelial.storage.SessionInfo;
import mycelial.storage.SessionLock;
import mycelial.storage.SessionStatus;
import mycelial.storage.Storage;
import mycelial.storage.SwarmSnapshot;
import mycelial.storage.SwarmStore;
import org.jspecify.annotations.Nullable;

/**
 * A session with everything it needs: lock, databases, Redis, colony. {@link #open}, {@link #play},
 * {@link #record}, {@link #close} in that order by one thread; {@link #interrupt} by any.
 */
public final class Session implements AutoCloseable {
  private static final int TOKEN_BYTES = 32;
  private static final int PROGRESS_STEPS = 1000;
  private static final double HOUR = 3600;

  private final SessionRequest request;
  private final SessionListener listener;
  private final SessionFolder folder;
  private final SessionLock lock;
  private final @Nullable EmbeddedRedis embedded;
  private final RedisEndpoint endpoint;
  private final byte[] token = new byte[TOKEN_BYTES];
  private final Storage storage;
  private final Colony colony;
  private final SwarmStore swarms;
  private final ChromaMirror mirror;
  private final @Nullable SwarmSnapshot heritage;
  private final Inbox inbox = new Inbox();
  private final AtomicBoolean busAvailable = new AtomicBoolean(true);
  private volatile @Nullable MessageBus bus;
  private volatile boolean interrupted;
  private final StatusPost statuses = new StatusPost(this::keep);
  private LongSupplier elapsed = () -> 0;
  private double nextProgress;

  private Session(SessionRequest request, SessionListener listener) {
    this.request = request;
    this.listener = listener;
    new SecureRandom().nextBytes(token);
    this.swarms = new SwarmStore(request.dataDir());
    this.mirror = new ChromaMirror(request.configuration().memory().chromaUrl());
    this.heritage = Heritage.load(swarms, request.swarm());
    try (Rollback rollback = new Rollback()) {
      this.lock =
          rollback.add(SessionLock.acquire(request.databases(), request.id()), SessionLock::close);
      this.folder = SessionFolder.create(request.dataDir(), request.id());
      this.embedded =
          request.secrets().redisConfigured()
              ? null
              : rollback.add(startRedis(), EmbeddedRedis::close);
      this.endpoint = embedded == null ? external(request.secrets()) : embedded.endpoint();
      begin();
      Provenance provenance = provenance();
      this.storage =
          rollback.add(Storage.open(request.databases(), info(provenance)), Storage::close);
      rollback.keep();
    }
    storage.killed().forEach(listener::say);
    this.colony = new Colony(plan());
  }

  /**
   * Takes the lock, opens the databases and finds or starts Redis.
   *
   * @throws mycelial.storage.StorageException when a database cannot be used or another session
   *     uses it
   * @throws mycelial.bus.BusException when there is no Redis to be had
   */
  public static Session open(SessionRequest request, SessionListener listener) {
    return new Session(request, listener);
  }

  private EmbeddedRedis startRedis() {
    EmbeddedRedis.stopOrphans(SessionFolder.sessions(request.dataDir()));
    return EmbeddedRedis.start(request.dataDir().resolve("redis"), folder.path().resolve("redis"));
  }

  private static RedisEndpoint external(Secrets secrets) {
    return new RedisEndpoint(
        secrets.redisHost(),
        secrets.redisPort(),
        secrets.redisUser().orElse(null),
        secrets.redisPassword().orElse(null),
        secrets.redisTls());
  }

  private void begin() {
    if (request.chronicle().mode() != Chronicle.Mode.BEGUN) {
      return;
    }
    if (request.live() == null) {
      Journals.begin(folder.path(), request, null);
      return;
    }
    try (MarketFeed past = request.feed().get()) {
      Journals.begin(folder.path(), request, past);
    }
  }

  private Provenance provenance() {
    LiveMarket live = request.live();
    if (live != null) {
      return live.provenance();
    }
    try (MarketFeed feed = request.feed().get()) {
      return feed.provenance();
    }
  }

  private SessionInfo info(Provenance provenance) {
    return new SessionInfo(
        request.id(),
        request.kind().label(),
        request.configuration().seed(),
        provenance.name(),
        request.configuration().fingerprint(),
        request.inputs(),
        request.build());
  }

  private ColonyPlan plan() {
    return new ColonyPlan(
        request.configuration(),
        request.configuration().seed(),
        request.id(),
        request.warmUpSeconds(),
        request.tradingSeconds(),
        request.release(),
        request.flatten(),
        request.pacer(),
        new SessionPorts(request, folder, storage, inbox, listener, this::openBus),
        heritage);
  }

  private MessageBus openBus(List<Channel> channels, Runnable onMail) {
    RedisSettings redis = request.configuration().redis();
    BusOptions options =
        new BusOptions(
            request.id(),
            request.channelPrefix(),
            endpoint,
            token,
            Duration.ofMillis(redis.barrierTimeoutMillis()),
            Duration.ofSeconds(redis.giveUpSeconds()));
    MessageBus opened = RedisBus.connect(options, channels, onMail, this::busChanged, embedded);
    bus = opened;
    return opened;
  }

  private void busChanged(boolean available) {
    busAvailable.set(available);
    listener.say(
        available
            ? "RUNNING: Redis is back; nothing was lost"
            : "DEGRADED: Redis does not answer; waiting for it, no step is taken meanwhile");
    statuses.busChanged(available);
    leaveSilentBus();
  }

  /**
   * Plays the session to its end.
   *
   * @param nanoTime a monotonic clock, for the wall time in the result only
   */
  public SessionResult play(LongSupplier nanoTime) {
    try {
      start(nanoTime, colony::start);
      boolean going = true;
      while (going) {
        going = step(() -> colony.schedule.step(colony));
      }
      return conclude();
    } finally {
      finish(colony::finish);
    }
  }

  /**
   * Begins to play, for those who step the colony themselves: then {@link #step} as often as it
   * says true, {@link #conclude} unless something failed, {@link #finish}.
   *
   * @param nanoTime a monotonic clock, for the wall time in the result only
   * @param starting starts the colony
   */
  public void start(LongSupplier nanoTime, Runnable starting) {
    long began = nanoTime.getAsLong();
    elapsed = () -> nanoTime.getAsLong() - began;
    starting.run();
    call();
    if (interrupted) {
      colony.interrupt(); // starting has forgotten what came before it
    }
    nextProgress = colony.counters().from();
    folder.writeLive(
        new SessionFolder.Live(
            request.id(),
            ProcessHandle.current().pid(),
            endpoint,
            request.channelPrefix(),
            HexFormat.of().formatHex(token)));
  }

  /**
   * One step; false at the end, also when an interrupt left an instant for which Redis did not
   * answer.
   *
   * @param schedule steps the colony's schedule
   */
  public boolean step(BooleanSupplier schedule) {
    boolean going = unlessLeft(schedule);
    if (statuses.isDue(elapsed.getAsLong())) {
      statuses.hand(status(null));
    }
    RunCounters run = colony.counters();
    if (!going || run.now() >= nextProgress) {
      listener.progress(colony);
      nextProgress = run.now() + Math.min(HOUR, (run.to() - run.from()) / PROGRESS_STEPS);
    }
    return going;
  }

  /** False when an interrupt has left a round for which Redis did not answer. */
  private boolean unlessLeft(BooleanSupplier part) {
    try {
      return part.getAsBoolean();
    } catch (BusException left) {
      if (interrupted && left.kind() == BusException.Cause.CLOSED) {
        colony.interrupt();
        return false;
      }
      throw left;
    }
  }

  /** Settles what is open and adds up; nothing is stepped after it. */
  public SessionResult conclude() {
    unlessLeft(() -> {
      colony.completeInstant();
      return true;
    });
    colony.settle();
    storage.flush();
    Results.Kept kept =
        new Results.Kept(request.swarm().memory(), saveSwarm(), mirror.copy(colony.memory()));
    SessionResult result = Results.of(request, colony, folder, elapsed.getAsLong() / 1e9, kept);
    statuses.hand(status(result.state()));
    return result;
  }

  /** How the session stands, and how it ended if it has. */
  private SessionStatus status(@Nullable String end) {
    return StatusBoard.of(
        request,
        colony,
        new StatusBoard.Outside(
            elapsed.getAsLong() / 1e9, busAvailable.get(), storage.statistics()),
        end);
  }

  private void keep(SessionStatus status) {
    storage.status(status);
    listener.status(status);
  }

  /** The id of what the colony has learned, saved if so planned. */
  private @Nullable String saveSwarm() {
    return request.swarm().save()
        ? swarms.save(colony.swarm(), info(colony.provenance()), request.swarm().start())
        : null;
  }

  /**
   * Ends playing, whatever has happened; may be called again.
   *
   * @param finishing finishes the colony
   */
  public void finish(Runnable finishing) {
    hangUp();
    try {
      folder.removeLive();
    } finally {
      finishing.run();
    }
  }

  private void hangUp() {
    LiveMarket live = request.live();
    LiveMarket.Line line = live == null ? null : live.line();
    if (line != null) {
      line.connectors().forEach(Connector::close);
      line.afterwards().run();
    }
  }

  private void call() {
    LiveMarket live = request.live();
    LiveMarket.Line line = live == null ? null : live.line();
    if (line != null) {
      line.connectors().forEach(connector -> connector.start(inbox));
    }
  }

  /** The model. */
  public Colony colony() {
    return colony;
  }

  /** What was asked for. */
  public SessionRequest request() {
    return request;
  }

  /** Whether Redis answers; any thread. */
  public boolean isBusAvailable() {
    return busAvailable.get();
  }

  /** Where the session keeps its files. */
  public SessionFolder folder() {
    return folder;
  }

  /** Where its Redis is. */
  public RedisEndpoint endpoint() {
    return endpoint;
  }

  /** Keeps the result with the session's row. */
  public void record(SessionResult result, String json) {
    storage.endSession(result.digest(), result.state(), json);
  }

  /** Notes in the session's row that it could not be played to its end, and why. */
  public void recordFailure(String reason) {
    statuses.failed(reason);
    storage.failSession(reason);
  }

  /** What the bus has counted so far; zero before it is open. */
  public BusStatistics busStatistics() {
    MessageBus open = bus;
    return open == null ? new BusStatistics(0, 0, 0, 0, 0, 0, 0, 0) : open.statistics();
  }

  /**
   * Asks for a clean end: the instant under way is finished, or left when Redis does not answer.
   */
  public void interrupt() {
    interrupted = true;
    leaveSilentBus(); // first: a round that waits for Redis holds what the colony's end needs
    colony.interrupt();
  }

  private void leaveSilentBus() {
    MessageBus open = bus;
    if (interrupted && open != null && !busAvailable.get()) {
      open.close();
    }
  }

  @Override
  public void close() {
    try (lock;
        embedded) {
      storage.close();
    }
  }
}
