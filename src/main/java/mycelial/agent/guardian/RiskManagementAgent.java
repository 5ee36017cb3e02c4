package mycelial.agent.guardian;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import mycelial.agent.Agent;
import mycelial.agent.AgentIdentity;
import mycelial.config.HaltAction;
import mycelial.config.HaltRelease;
import mycelial.config.Haven;
import mycelial.market.Pair;
import mycelial.market.SignalSource;
import mycelial.message.Channel;
import mycelial.message.Envelope;
import mycelial.message.MarketData;
import mycelial.message.PatternDiscovery;
import mycelial.message.SynthesizedTrade;
import mycelial.message.SystemControl;
import mycelial.message.SystemControl.Command;
import mycelial.message.SystemControl.Origin;
import mycelial.message.Topic;
import mycelial.message.TradeConfirmation;
import mycelial.risk.DrawdownGuard;

/**
 * HAVEN's guardian of the account. When its drawdown, marked to market, reaches the limit it says
 * HALT; the halt is latched: an operator's RESUME lifts it, or in a replay the next UTC midnight,
 * and from then on drawdown is measured from the equity of that moment. A drawdown from the
 * session's highest equity that reaches the emergency's limit ends the session. Pairs that lose are
 * traded smaller ({@link PairLimits}), families of patterns that lead too many learners are stopped
 * ({@link ContagionWatch}). Switched off it only watches.
 */
public final class RiskManagementAgent extends Agent {
  private static final long serialVersionUID = 1L;
  private static final long DAY_SECONDS = 24 * 60 * 60;

  private final transient List<Pair> pairs;
  private final transient GuardianSettings settings;
  private final transient AccountMirror account;
  private final transient DrawdownGuard guard;
  private final transient DrawdownGuard emergency;
  private final transient ContagionWatch contagion;
  private final transient PairLimits limits;
  private boolean halted;
  private boolean ended;
  private long haltDay;
  private long today = -1;
  private long halts;

  /** The guardian of an account that starts with that capital. */
  public RiskManagementAgent(AgentIdentity identity, List<Pair> pairs, GuardianSettings settings) {
    super(identity);
    this.pairs = List.copyOf(pairs);
    this.settings = settings;
    this.account = new AccountMirror(settings.capital());
    this.guard = new DrawdownGuard(settings.risk().maxDrawdownPercent(), settings.capital());
    this.emergency =
        new DrawdownGuard(settings.risk().emergencyDrawdownPercent(), settings.capital());
    this.contagion = new ContagionWatch(settings, this::say);
    this.limits = new PairLimits(settings, account, this::say);
  }

  @Override
  public List<Channel> subscriptions() {
    List<Channel> channels = new ArrayList<>();
    pairs.forEach(pair -> channels.add(Channel.marketData(pair)));
    channels.add(Channel.of(Topic.PATTERN_DISCOVERIES));
    channels.add(Channel.of(Topic.TRADE_CONFIRMATIONS));
    channels.add(Channel.of(Topic.SYNTHESIZED_TRADE_LOG));
    channels.add(Channel.of(Topic.SYSTEM_CONTROL));
    return channels;
  }

  @Override
  public List<String> watches() {
    return List.of(SignalSource.ACCOUNT.label());
  }

  @Override
  protected void onMessage(Envelope envelope) {
    switch (envelope.body()) {
      case MarketData data -> account.take(data);
      case TradeConfirmation fill -> take(fill);
      case PatternDiscovery best ->
          contagion.hear(
              envelope.source(), best, context().now(), limits.isOnProbation(best.pair()));
      case SynthesizedTrade _ -> {
        // Changes no limit: what the account gained or lost is in its own fills and prices.
      }
      case SystemControl control -> take(control);
      default ->
          throw new IllegalStateException("not for the guardian: " + envelope.channel().name());
    }
  }

  private void take(TradeConfirmation fill) {
    if (fill.stream() != SignalSource.ACCOUNT) {
      return;
    }
    account.take(fill);
    if (fill.action() == TradeConfirmation.Action.OPEN) {
      limits.ordered(context().now());
    }
  }

  private void take(SystemControl control) {
    if (control.origin() != Origin.OPERATOR) {
      return;
    }
    switch (control.command()) {
      case HALT, EMERGENCY_SHUTDOWN -> {
        halted = true;
        haltDay = Long.MAX_VALUE;
      }
      case RESUME -> {
        halted = false;
        guard.restart(account.equity());
        limits.release(pairs, "an operator has resumed trading");
      }
      case FLATTEN, STOP, FORCE_SHARE, QUARANTINE, SIZE -> {
        // The trader's, the learners' and the colony's business.
      }
    }
  }

  @Override
  protected void onStart() {
    if (isOn()) {
      limits.begin();
    }
  }

  @Override
  protected void act() {
    List<Pair> touched = account.takeTouched();
    if (isOn()) {
      for (Pair pair : touched) {
        if (limits.judge(pair)) {
          contagion.losing(pair, context().now());
        }
      }
      limits.watchRate(context().now());
      midnight();
      if (!touched.isEmpty()) {
        watchDrawdown(account.equity());
      }
    }
  }

  private void watchDrawdown(BigDecimal equity) {
    BigDecimal fallen = emergency.drawdownPercent(equity);
    if (!ended && emergency.isPassed(fallen)) {
      ended = true;
      say(Command.EMERGENCY_SHUTDOWN, reason(fallen, settings.risk().emergencyDrawdownPercent()));
    } else if (!halted) {
      BigDecimal drawdown = guard.drawdownPercent(equity);
      if (guard.isPassed(drawdown)) {
        halt(drawdown);
      }
    }
  }

  private void halt(BigDecimal drawdown) {
    halted = true;
    haltDay = day();
    halts++;
    String reason = reason(drawdown, settings.risk().maxDrawdownPercent());
    say(Command.HALT, reason);
    if (settings.risk().onHalt() == HaltAction.FLATTEN) {
      say(Command.FLATTEN, reason);
    }
  }

  private static String reason(BigDecimal drawdown, BigDecimal limit) {
    return "account drawdown "
        + drawdown.setScale(2, RoundingMode.HALF_UP).toPlainString()
        + " % has reached the limit of "
        + limit.toPlainString()
        + " %";
  }

  /** What a new day lifts where it lifts anything: a risk halt, and hibernation. */
  private void midnight() {
    long day = day();
    boolean isNew = today >= 0 && day > today;
    today = day;
    if (settings.release() != HaltRelease.MIDNIGHT) {
      return;
    }
    if (isNew) {
      limits.release(pairs, "replay: hibernation is lifted at UTC midnight");
    }
    if (halted && day > haltDay) {
      halted = false;
      guard.restart(account.equity());
      say(Command.RESUME, "replay: the risk halt is lifted at UTC midnight");
    }
  }

  private long day() {
    return (long) (context().now() / DAY_SECONDS);
  }

  private boolean isOn() {
    return settings.risk().haven() == Haven.ON;
  }

  private void say(Command command, String reason) {
    say(new SystemControl(command, Origin.RISK, reason));
  }

  private void say(SystemControl control) {
    if (isOn()) {
      publish(Channel.of(Topic.SYSTEM_CONTROL), control);
    }
  }

  /** Risk halts so far. */
  public long halts() {
    return halts;
  }

  /** What it has done and seen so far. */
  public HavenStatistics statistics() {
    return new HavenStatistics(
        halts,
        contagion.quarantines(),
        contagion.brakes(),
        limits.probations(),
        limits.hibernations(),
        limits.rateStops(),
        contagion.maxPercent(),
        contagion.largestFamily());
  }

  /** Where the account stands at a time; read between steps. */
  public HavenGauges gauges(double now) {
    BigDecimal equity = account.equity();
    var contagious = settings.risk().contagion();
    return new HavenGauges(
        guard.percentBelowPeak(equity),
        settings.risk().maxDrawdownPercent(),
        emergency.percentBelowPeak(equity),
        settings.risk().emergencyDrawdownPercent(),
        contagion.leading(now),
        contagious.brakePercent(),
        contagious.quarantinePercent(),
        limits.reduced(pairs));
  }

  /** Whether a halt is in force; read between steps. */
  public boolean isHalted() {
    return halted;
  }

  /** The account's equity as the guardian reconstructs it, quote currency; read between steps. */
  public BigDecimal equity() {
    return account.equity();
  }

  /** How far that is below its peak, percent; read between steps. */
  public BigDecimal drawdownPercent() {
    return guard.percentBelowPeak(account.equity());
  }

  /** The drawdown at which it halts, percent. */
  public BigDecimal limitPercent() {
    return settings.risk().maxDrawdownPercent();
  }
}
