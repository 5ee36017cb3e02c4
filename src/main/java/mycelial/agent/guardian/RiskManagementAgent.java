package mycelial.agent.guardian;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import mycelial.agent.Agent;
import mycelial.agent.AgentIdentity;
import mycelial.config.HaltAction;
import mycelial.config.HaltRelease;
import mycelial.market.Pair;
import mycelial.market.SignalSource;
import mycelial.message.Channel;
import mycelial.message.Envelope;
import mycelial.message.MarketData;
import mycelial.message.SynthesizedTrade;
import mycelial.message.SystemControl;
import mycelial.message.SystemControl.Command;
import mycelial.message.SystemControl.Origin;
import mycelial.message.Topic;
import mycelial.message.TradeConfirmation;
import mycelial.risk.DrawdownGuard;

/**
 * HAVEN's guardian of the account: when its drawdown, marked to market, reaches the limit it says
 * HALT. The halt is latched: an operator's RESUME lifts it, or in a replay the next UTC midnight;
 * from then on drawdown is measured from the equity of that moment.
 */
public final class RiskManagementAgent extends Agent {
  private static final long serialVersionUID = 1L;
  private static final long DAY_SECONDS = 24 * 60 * 60;

  private final transient List<Pair> pairs;
  private final transient GuardianSettings settings;
  private final transient AccountMirror account;
  private final transient DrawdownGuard guard;
  private boolean halted;
  private long haltDay;
  private long halts;

  /** The guardian of an account that starts with that capital. */
  public RiskManagementAgent(AgentIdentity identity, List<Pair> pairs, GuardianSettings settings) {
    super(identity);
    this.pairs = List.copyOf(pairs);
    this.settings = settings;
    this.account = new AccountMirror(settings.capital());
    this.guard = new DrawdownGuard(settings.maxDrawdownPercent(), settings.capital());
  }

  @Override
  public List<Channel> subscriptions() {
    List<Channel> channels = new ArrayList<>();
    pairs.forEach(pair -> channels.add(Channel.marketData(pair)));
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
      case TradeConfirmation fill -> {
        if (fill.stream() == SignalSource.ACCOUNT) {
          account.take(fill);
        }
      }
      case SynthesizedTrade _ -> {
        // Changes no limit: what the account gained or lost is in its fills and prices.
      }
      case SystemControl control -> take(control);
      default ->
          throw new IllegalStateException("not for the guardian: " + envelope.channel().name());
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
      }
      case FLATTEN, STOP, FORCE_SHARE, QUARANTINE, SIZE -> {
        // The trader's, the learners' and the colony's business.
      }
    }
  }

  @Override
  protected void act() {
    if (halted) {
      release();
    } else if (account.takeChanged()) {
      BigDecimal drawdown = guard.drawdownPercent(account.equity());
      if (guard.isPassed(drawdown)) {
        halt(drawdown);
      }
    }
  }

  private void halt(BigDecimal drawdown) {
    halted = true;
    haltDay = day();
    halts++;
    String reason =
        "account drawdown "
            + drawdown.setScale(2, RoundingMode.HALF_UP).toPlainString()
            + " % has reached the limit of "
            + settings.maxDrawdownPercent().toPlainString()
            + " %";
    say(Command.HALT, reason);
    if (settings.onHalt() == HaltAction.FLATTEN) {
      say(Command.FLATTEN, reason);
    }
  }

  private void release() {
    if (settings.release() == HaltRelease.MIDNIGHT && day() > haltDay) {
      halted = false;
      guard.restart(account.equity());
      say(Command.RESUME, "replay: the risk halt is lifted at UTC midnight");
    }
  }

  private long day() {
    return (long) (context().now() / DAY_SECONDS);
  }

  private void say(Command command, String reason) {
    publish(Channel.of(Topic.SYSTEM_CONTROL), new SystemControl(command, Origin.RISK, reason));
  }

  /** Risk halts so far. */
  public long halts() {
    return halts;
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
    return settings.maxDrawdownPercent();
  }
}
