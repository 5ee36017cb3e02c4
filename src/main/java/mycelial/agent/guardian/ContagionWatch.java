package mycelial.agent.guardian;

import java.util.Locale;
import java.util.function.Consumer;
import mycelial.config.ContagionSettings;
import mycelial.config.Haven;
import mycelial.market.Pair;
import mycelial.market.PatternFamily;
import mycelial.message.PatternDiscovery;
import mycelial.message.SystemControl;
import mycelial.message.SystemControl.Command;
import mycelial.message.SystemControl.Origin;
import mycelial.message.SystemControl.Scope;
import mycelial.risk.Contagion;
import mycelial.risk.Contagion.Kind;
import mycelial.risk.Contagion.Measure;
import org.jspecify.annotations.Nullable;

/** Hears which rules lead the learners, and says QUARANTINE where a family leads too many. */
final class ContagionWatch {
  private static final int SECONDS_A_MINUTE = 60;
  private static final double NEVER = Double.POSITIVE_INFINITY;

  private final Contagion contagion;
  private final Consumer<SystemControl> say;
  private long quarantines;
  private long brakes;

  ContagionWatch(GuardianSettings settings, Consumer<SystemControl> say) {
    ContagionSettings limits = settings.risk().contagion();
    boolean on = settings.risk().haven() == Haven.ON;
    this.contagion =
        new Contagion(
            new Contagion.Limits(
                on ? limits.quarantinePercent() : NEVER,
                on ? limits.brakePercent() : NEVER,
                limits.leastSusceptible(),
                (double) limits.quarantineMinutes() * SECONDS_A_MINUTE,
                settings.forgetSeconds()),
            settings.watchLists());
    this.say = say;
  }

  /** A learner tells of the rule that leads it; {@code losing}: the account loses in its pair. */
  void hear(int learner, PatternDiscovery best, double now, boolean losing) {
    String family = PatternFamily.of(best.pair(), best.side(), best.conditions());
    act(contagion.led(learner, best.pair(), family, now, losing));
  }

  /** The account has begun to lose in a pair. */
  void losing(Pair pair, double now) {
    contagion.losing(pair, now).forEach(this::act);
  }

  private void act(@Nullable Measure measure) {
    if (measure == null) {
      return;
    }
    if (!measure.renewed()) {
      quarantines += measure.kind() == Kind.QUARANTINE ? 1 : 0;
      brakes += measure.kind() == Kind.BRAKE ? 1 : 0;
    }
    if (!measure.learners().isEmpty()) {
      Scope scope = Scope.family(measure.learners(), measure.family());
      say.accept(new SystemControl(Command.QUARANTINE, Origin.RISK, reason(measure), scope));
    }
  }

  private static String reason(Measure measure) {
    if (measure.renewed()) {
      return "led by " + measure.family() + " against the measure in force";
    }
    return String.format(
        Locale.ROOT,
        "%s leads %d of the %d learners that watch its pair (%.0f %%): %s",
        measure.family(),
        measure.led(),
        measure.susceptible(),
        measure.percent(),
        measure.kind() == Kind.BRAKE ? "no other may take it in" : "all must drop it and explore");
  }

  long quarantines() {
    return quarantines;
  }

  long brakes() {
    return brakes;
  }

  /** The family that leads the largest share of its learners now, or null. */
  Contagion.@Nullable Share leading(double now) {
    return contagion.leading(now);
  }

  double maxPercent() {
    return contagion.maxPercent();
  }

  String largestFamily() {
    return contagion.largestFamily();
  }
}
