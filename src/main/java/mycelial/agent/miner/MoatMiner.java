package mycelial.agent.miner;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mycelial.agent.Agent;
import mycelial.agent.AgentIdentity;
import mycelial.agent.Ticks;
import mycelial.config.MoatSettings;
import mycelial.feed.MoatSource;
import mycelial.market.Moat;
import mycelial.market.MoatProvenance;
import mycelial.market.MoatSignal;
import mycelial.market.MoatTarget;
import mycelial.message.Channel;
import mycelial.message.Envelope;
import mycelial.message.MoatData;

/**
 * Announces the signals of one moat, each with its level: the rank among its field's own past. A
 * target of which there is no signal is announced as missing, with the reason, when the session
 * begins or the target falls silent, and again as often as configured. All methods are called by
 * the thread that owns the model.
 */
public abstract class MoatMiner extends Agent {
  private static final long serialVersionUID = 1L;

  /** The field of a notice that nothing is known of a target. */
  private static final String ALL_FIELDS = "*";

  private final Moat moat;
  private final transient Map<MoatTarget, WatchedTarget> watched = new TreeMap<>();
  private final transient ArrayDeque<MoatSignal> inbox = new ArrayDeque<>();
  private final long noticeTicks;
  private transient MoatSource source = MoatSource.missing("no signal feed has been opened");
  private long nextWake;
  private long announced;

  MoatMiner(AgentIdentity identity, Moat moat, MoatSettings settings) {
    super(identity);
    this.moat = moat;
    for (String name : settings.targets(moat)) {
      MoatTarget target = new MoatTarget(moat, name);
      watched.put(target, new WatchedTarget(target, settings));
    }
    noticeTicks = settings.missingNoticeMinutes() * 60L * Ticks.PER_SECOND;
  }

  /** Tells where signals come from; before the first of them. */
  public final void open(MoatSource opened) {
    source = opened;
  }

  /**
   * Takes in a signal from before the session: later ones are ranked among those, but it is no
   * news.
   */
  public final void remember(MoatSignal signal) {
    watched(signal).add(signal);
  }

  /** Hands over what is to be announced at this instant; called between instants. */
  public final void offer(MoatSignal signal) {
    watched(signal);
    inbox.add(signal);
    tookFromFeed();
  }

  /** The source of a target has failed or is back; called between instants. */
  public final void change(MoatTarget target, MoatProvenance provenance, String reason) {
    WatchedTarget known = watched.get(target);
    if (known == null) {
      throw new IllegalArgumentException(this + " does not watch " + target);
    }
    known.fail(provenance == MoatProvenance.MISSING ? reason : null);
  }

  private WatchedTarget watched(MoatSignal signal) {
    WatchedTarget known = watched.get(signal.target());
    if (known == null) {
      throw new IllegalArgumentException(this + " does not watch " + signal.target());
    }
    return known;
  }

  /** Whether it listens to a target. */
  public final boolean listensTo(MoatTarget target) {
    return watched.containsKey(target);
  }

  /** Its field of knowledge. */
  public final Moat moat() {
    return moat;
  }

  /** What it listens to, by name. */
  public final List<MoatTarget> targets() {
    return List.copyOf(watched.keySet());
  }

  /** Signals announced so far; notices that something is missing are not among them. */
  public final long announced() {
    return announced;
  }

  /** Where the fields of its targets stand, by target and field. */
  public final List<MoatReading> readings() {
    List<MoatReading> readings = new ArrayList<>();
    watched.values().forEach(target -> readings.addAll(target.readings()));
    return readings;
  }

  /** The targets that are missing at an instant, seconds since the epoch, each with the reason. */
  public final Map<MoatTarget, String> missing(double now) {
    Map<MoatTarget, String> missing = new TreeMap<>();
    for (WatchedTarget target : watched.values()) {
      String reason = target.whyMissing(now, source);
      if (reason != null) {
        missing.put(target.target(), reason);
      }
    }
    return missing;
  }

  @Override
  public final List<Channel> subscriptions() {
    return List.of();
  }

  /** The channels it writes. */
  public final List<Channel> channels() {
    return watched.values().stream().map(WatchedTarget::channel).toList();
  }

  @Override
  public final List<String> watches() {
    return watched.keySet().stream().map(MoatTarget::channel).toList();
  }

  @Override
  protected final void onMessage(Envelope envelope) {
    throw new IllegalStateException(
        "a miner reads no channel, yet got " + envelope.channel().name());
  }

  @Override
  protected final void act() {
    for (MoatSignal signal = inbox.poll(); signal != null; signal = inbox.poll()) {
      announce(signal);
    }
    double now = context().now();
    long tick = context().tick();
    long next = Long.MAX_VALUE;
    for (WatchedTarget target : watched.values()) {
      next = Math.min(next, review(target, now, tick));
    }
    if (next != Long.MAX_VALUE && (nextWake <= tick || next < nextWake)) {
      nextWake = next;
      context().wake(this, next);
    }
  }

  private void announce(MoatSignal signal) {
    WatchedTarget target = watched(signal);
    announced++;
    publish(
        target.channel(),
        new MoatData(
            moat,
            signal.target().name(),
            signal.field(),
            signal.value(),
            target.add(signal).level(),
            source.provenance(),
            signal.eventTime(),
            signal.seenTime(),
            source.name()));
  }

  /** Says that a target is missing if that is due; the tick at which to look at it again. */
  private long review(WatchedTarget target, double now, long tick) {
    String reason = target.whyMissing(now, source);
    if (reason == null) {
      target.noticed(tick);
      return tick + (long) StrictMath.ceil(target.secondsFresh(now) * Ticks.PER_SECOND);
    }
    if (target.isNoticeDue(tick)) {
      publish(target.channel(), missing(target.target(), reason, (long) now));
      target.noticed(tick + noticeTicks);
    }
    return target.nextNotice();
  }

  private static MoatData missing(MoatTarget target, String reason, long now) {
    return new MoatData(
        target.moat(),
        target.name(),
        ALL_FIELDS,
        null,
        null,
        MoatProvenance.MISSING,
        now,
        now,
        reason);
  }
}
