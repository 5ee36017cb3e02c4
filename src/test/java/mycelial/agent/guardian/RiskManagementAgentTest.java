package mycelial.agent.guardian;

import static mycelial.agent.Agents.BITCOIN;
import static mycelial.agent.Agents.ETHER;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mycelial.agent.Agents;
import mycelial.agent.Layer;
import mycelial.agent.RecordingContext;
import mycelial.config.ConfigurationLoader;
import mycelial.config.HaltAction;
import mycelial.config.HaltRelease;
import mycelial.config.RiskSettings;
import mycelial.market.Condition;
import mycelial.market.Condition.Comparison;
import mycelial.market.Feature;
import mycelial.market.FeatureVector;
import mycelial.market.Pair;
import mycelial.market.Side;
import mycelial.market.SignalSource;
import mycelial.message.Channel;
import mycelial.message.PatternDiscovery;
import mycelial.message.Role;
import mycelial.message.SystemControl;
import mycelial.message.SystemControl.Command;
import mycelial.message.SystemControl.Origin;
import mycelial.message.Topic;
import mycelial.message.TradeConfirmation;
import org.junit.jupiter.api.Test;

/** An account of 1000 that may lose 10 %. It holds 5 bitcoin bought at 100. */
final class RiskManagementAgentTest {
  private static final double DAY = 24 * 3600;
  private static final Map<Integer, List<Pair>> WATCH_LISTS = new TreeMap<>();

  static {
    for (int learner = 11; learner <= 20; learner++) {
      WATCH_LISTS.put(learner, List.of(BITCOIN));
    }
    WATCH_LISTS.put(21, List.of(ETHER));
  }

  private final RecordingContext context = new RecordingContext();

  private String positionSize = "1000000"; // so large that probation is far away
  private final Map<String, String> overrides = new TreeMap<>();

  private RiskSettings risk(HaltAction onHalt) {
    overrides.put("risk.max-drawdown-percent", "10");
    overrides.putIfAbsent("risk.emergency-drawdown-percent", "100");
    overrides.put("risk.on-halt", onHalt.name());
    return ConfigurationLoader.load(Path.of("config", "agent_config.yaml"), Map.of(), overrides)
        .risk();
  }

  private RiskManagementAgent guardian(HaltAction onHalt, HaltRelease release) {
    RiskManagementAgent guardian =
        new RiskManagementAgent(
            Agents.identity(Role.RISK_MANAGER, Layer.RISK, 16),
            List.of(BITCOIN),
            new GuardianSettings(
                new BigDecimal(1000),
                new BigDecimal(positionSize),
                risk(onHalt),
                release,
                WATCH_LISTS,
                4 * 3600));
    guardian.start(context);
    fill(guardian, SignalSource.ACCOUNT, "5", "500");
    return guardian;
  }

  private void fill(
      RiskManagementAgent guardian, SignalSource stream, String quantity, String cash) {
    context.tell(
        guardian,
        1,
        Channel.of(Topic.TRADE_CONFIRMATIONS),
        new TradeConfirmation(
            stream,
            "t-1",
            TradeConfirmation.Action.OPEN,
            BITCOIN,
            Side.BUY,
            new BigDecimal(quantity),
            new BigDecimal(100),
            BigDecimal.ZERO,
            new BigDecimal(cash),
            "why",
            FeatureVector.EMPTY));
  }

  private void price(RiskManagementAgent guardian, double price) {
    long end = ((long) context.now() / 60) * 60;
    context.tell(
        guardian,
        1,
        Channel.marketData(BITCOIN),
        Agents.closed(BITCOIN, end, price, FeatureVector.EMPTY));
    context.advance(60);
  }

  private void operator(RiskManagementAgent guardian, Command command) {
    context.tell(
        guardian,
        0,
        Channel.of(Topic.SYSTEM_CONTROL),
        new SystemControl(command, Origin.OPERATOR, "said by a test"));
    context.advance(60);
  }

  private List<Command> said() {
    return context.sent(SystemControl.class).stream().map(SystemControl::command).toList();
  }

  @Test
  void haltsWhenTheLossReachesTheLimit() {
    RiskManagementAgent guardian = guardian(HaltAction.KEEP, HaltRelease.LATCH);
    price(guardian, 100);
    price(guardian, 80.01);
    assertThat(said()).isEmpty();
    price(guardian, 80);

    assertThat(said()).containsExactly(Command.HALT);
    assertThat(guardian.halts()).isEqualTo(1);
    assertThat(context.sent(SystemControl.class).getFirst().reason()).contains("10.00 %");
  }

  @Test
  void measuresFromTheHighestEquity() {
    RiskManagementAgent guardian = guardian(HaltAction.KEEP, HaltRelease.LATCH);
    price(guardian, 200); // 1500
    price(guardian, 171);
    assertThat(said()).isEmpty();
    price(guardian, 170); // 1350

    assertThat(said()).containsExactly(Command.HALT);
  }

  @Test
  void looksAtTheAccountAlone() {
    RiskManagementAgent guardian = guardian(HaltAction.KEEP, HaltRelease.LATCH);
    fill(guardian, SignalSource.BASELINE, "100", "1");
    price(guardian, 99);

    assertThat(said()).isEmpty();
  }

  @Test
  void saysItOnceHoweverFarThePriceFalls() {
    RiskManagementAgent guardian = guardian(HaltAction.KEEP, HaltRelease.LATCH);
    for (double price : new double[] {80, 70, 60, 50}) {
      price(guardian, price);
    }

    assertThat(said()).containsExactly(Command.HALT);
  }

  @Test
  void flattensWhereThatIsConfigured() {
    RiskManagementAgent guardian = guardian(HaltAction.FLATTEN, HaltRelease.LATCH);
    price(guardian, 70);

    assertThat(said()).containsExactly(Command.HALT, Command.FLATTEN);
  }

  @Test
  void aLatchedHaltOutlastsMidnightUntilAnOperatorResumes() {
    RiskManagementAgent guardian = guardian(HaltAction.KEEP, HaltRelease.LATCH);
    price(guardian, 80);
    context.advance(DAY);
    price(guardian, 80);
    assertThat(said()).containsExactly(Command.HALT);

    operator(guardian, Command.RESUME);
    price(guardian, 75); // 875 of 900
    assertThat(said()).containsExactly(Command.HALT);
    price(guardian, 62); // 810 of 900
    assertThat(said()).containsExactly(Command.HALT, Command.HALT);
  }

  @Test
  void midnightLiftsAHaltWhereThatIsConfigured() {
    RiskManagementAgent guardian = guardian(HaltAction.KEEP, HaltRelease.MIDNIGHT);
    price(guardian, 80);
    price(guardian, 81);
    assertThat(said()).containsExactly(Command.HALT);
    context.advance(DAY);
    price(guardian, 80);

    assertThat(said()).containsExactly(Command.HALT, Command.RESUME);
  }

  @Test
  void midnightDoesNotLiftAnOperatorsHalt() {
    RiskManagementAgent guardian = guardian(HaltAction.KEEP, HaltRelease.MIDNIGHT);
    operator(guardian, Command.HALT);
    context.advance(DAY);
    price(guardian, 80);

    assertThat(said()).isEmpty();
  }

  @Test
  void itsOwnWordsComingBackChangeNothing() {
    RiskManagementAgent guardian = guardian(HaltAction.KEEP, HaltRelease.LATCH);
    price(guardian, 80);
    context.tell(
        guardian,
        7,
        Channel.of(Topic.SYSTEM_CONTROL),
        new SystemControl(Command.RESUME, Origin.RISK, "echo"));
    context.advance(60);
    price(guardian, 50);

    assertThat(said()).containsExactly(Command.HALT);
  }

  private static final List<Condition> TOXIC =
      List.of(
          new Condition(BITCOIN, Feature.RSI, Comparison.BELOW, 0.2),
          new Condition(BITCOIN, Feature.PERCENT_B, Comparison.BELOW, 0.3));

  private void led(RiskManagementAgent guardian, int from, int to) {
    for (int learner = from; learner <= to; learner++) {
      context.tell(
          guardian,
          learner,
          Channel.of(Topic.PATTERN_DISCOVERIES),
          new PatternDiscovery("r" + learner + "-1", BITCOIN, Side.BUY, 30, TOXIC, 20, 0.01, 60));
    }
    context.advance(60);
  }

  private List<SystemControl> of(Command command) {
    return context.sent(SystemControl.class).stream()
        .filter(control -> control.command() == command)
        .toList();
  }

  private List<Double> sizes() {
    return of(Command.SIZE).stream().map(control -> control.scope().sizeFactor()).toList();
  }

  @Test
  void forbidsAFamilyThatLeadsHalfOfThoseThatWatchItsPairToTheOthers() {
    RiskManagementAgent guardian = guardian(HaltAction.KEEP, HaltRelease.LATCH);
    led(guardian, 11, 14);
    assertThat(said()).isEmpty();
    led(guardian, 15, 15);

    assertThat(of(Command.QUARANTINE))
        .singleElement()
        .satisfies(control -> {
          assertThat(control.scope().agents()).containsExactly(16, 17, 18, 19, 20);
          assertThat(control.scope().family())
              .isEqualTo("XXBTZUSD BUY XXBTZUSD.percent_b XXBTZUSD.rsi");
          assertThat(control.reason()).contains("5 of the 10 learners").contains("(50 %)");
        });
    assertThat(guardian.statistics().brakes()).isEqualTo(1);
    assertThat(guardian.statistics().maxContagionPercent()).isEqualTo(50);
  }

  @Test
  void quarantinesAFamilyThatLeadsEightOfTen() {
    overrides.put("risk.contagion-brake-percent", "80");
    RiskManagementAgent guardian = guardian(HaltAction.KEEP, HaltRelease.LATCH);
    led(guardian, 11, 17);
    assertThat(said()).isEmpty();
    led(guardian, 18, 18);

    assertThat(of(Command.QUARANTINE))
        .singleElement()
        .satisfies(control -> assertThat(control.scope().agents()).hasSize(10));
    assertThat(guardian.statistics().quarantines()).isEqualTo(1);
  }

  @Test
  void quarantinesABrakedFamilyWhenItsPairCostsTheAccountMoney() {
    positionSize = "500";
    RiskManagementAgent guardian = guardian(HaltAction.KEEP, HaltRelease.LATCH);
    led(guardian, 11, 15);
    price(guardian, 94); // -30 of a position of 500

    assertThat(sizes()).containsExactly(0.5);
    assertThat(of(Command.QUARANTINE)).hasSize(2);
    assertThat(of(Command.QUARANTINE).getLast().scope().agents()).hasSize(10);
  }

  @Test
  void tradesAPairSmallerTheMoreItHasCost() {
    positionSize = "500";
    RiskManagementAgent guardian = guardian(HaltAction.KEEP, HaltRelease.LATCH);
    for (double price : new double[] {95.1, 95, 94, 90, 89, 85, 80.1}) {
      price(guardian, price);
    }

    assertThat(sizes()).containsExactly(0.5, 0.25, 0.0);
    assertThat(of(Command.SIZE))
        .allSatisfy(control -> assertThat(control.scope().pair()).isEqualTo(BITCOIN));
    assertThat(of(Command.SIZE).getFirst().reason()).contains("-5.00 % of a position: half size");
    assertThat(guardian.statistics().probations()).isEqualTo(2);
    assertThat(guardian.statistics().hibernations()).isEqualTo(1);
  }

  @Test
  void aHibernatingPairWaitsForAnOperatorWhereHaltsAreLatched() {
    positionSize = "500";
    RiskManagementAgent guardian = guardian(HaltAction.KEEP, HaltRelease.LATCH);
    price(guardian, 85);
    context.advance(DAY);
    price(guardian, 85);
    assertThat(sizes()).containsExactly(0.0);
    operator(guardian, Command.RESUME);

    assertThat(sizes()).containsExactly(0.0, 1.0);
  }

  @Test
  void midnightWakesAHibernatingPairWhereItLiftsHalts() {
    positionSize = "500";
    RiskManagementAgent guardian = guardian(HaltAction.KEEP, HaltRelease.MIDNIGHT);
    price(guardian, 85);
    price(guardian, 85);
    assertThat(sizes()).containsExactly(0.0);
    context.advance(DAY);
    price(guardian, 85);
    price(guardian, 80.3); // less than 5 % below where it was released

    assertThat(sizes()).containsExactly(0.0, 1.0);
  }

  @Test
  void endsTheSessionAtTheEmergencysDrawdownAlsoDuringAHalt() {
    overrides.put("risk.emergency-drawdown-percent", "20");
    RiskManagementAgent guardian = guardian(HaltAction.KEEP, HaltRelease.LATCH);
    price(guardian, 80);
    price(guardian, 60.1);
    assertThat(said()).containsExactly(Command.HALT);
    price(guardian, 60);
    price(guardian, 50);

    assertThat(said()).containsExactly(Command.HALT, Command.EMERGENCY_SHUTDOWN);
    assertThat(of(Command.EMERGENCY_SHUTDOWN).getFirst().reason()).contains("limit of 20 %");
  }

  @Test
  void forbidsRestrictedPairsFromTheStart() {
    overrides.put("risk.restricted-pairs", "[XBTUSD]");
    guardian(HaltAction.KEEP, HaltRelease.LATCH);

    assertThat(of(Command.SIZE))
        .singleElement()
        .satisfies(control -> {
          assertThat(control.scope().pair()).isEqualTo(BITCOIN);
          assertThat(control.scope().sizeFactor()).isZero();
          assertThat(control.reason()).isEqualTo("compliance: XXBTZUSD is a restricted pair");
        });
  }

  @Test
  void stopsAllPairsAtTheOrderRateUntilAnHourHasPassed() {
    overrides.put("risk.max-orders-per-hour", "2");
    RiskManagementAgent guardian = guardian(HaltAction.KEEP, HaltRelease.LATCH);
    price(guardian, 100);
    assertThat(said()).isEmpty();
    fill(guardian, SignalSource.SYNTHESIZED, "1", "100");
    fill(guardian, SignalSource.ACCOUNT, "1", "400");
    price(guardian, 100);
    assertThat(sizes()).containsExactly(0.0);
    context.advance(3500);
    price(guardian, 100);
    assertThat(sizes()).containsExactly(0.0, 1.0);

    assertThat(of(Command.SIZE)).allMatch(control -> control.scope().pair() == null);
    assertThat(guardian.statistics().rateStops()).isEqualTo(1);
  }

  @Test
  void switchedOffItWatchesAndSaysNothing() {
    overrides.put("risk.haven", "off");
    overrides.put("risk.restricted-pairs", "[XBTUSD]");
    positionSize = "500";
    RiskManagementAgent guardian = guardian(HaltAction.FLATTEN, HaltRelease.LATCH);
    led(guardian, 11, 20);
    price(guardian, 50);

    assertThat(said()).isEmpty();
    assertThat(guardian.halts()).isZero();
    assertThat(guardian.statistics().maxContagionPercent()).isEqualTo(100);
    assertThat(guardian.statistics().quarantines()).isZero();
  }

  /** Without equity there is no peak to divide by: the sum fails. */
  private RiskManagementAgent unableToDivide() {
    RiskManagementAgent guardian =
        new RiskManagementAgent(
            Agents.identity(Role.RISK_MANAGER, Layer.RISK, 16),
            List.of(BITCOIN),
            new GuardianSettings(
                BigDecimal.ZERO,
                new BigDecimal(positionSize),
                risk(HaltAction.KEEP),
                HaltRelease.LATCH,
                WATCH_LISTS,
                4 * 3600));
    guardian.start(context);
    fill(guardian, SignalSource.ACCOUNT, "5", "-500");
    return guardian;
  }

  @Test
  void switchedOffItWatchesNothingThatCouldFail() {
    overrides.put("risk.haven", "off");
    RiskManagementAgent guardian = unableToDivide();
    price(guardian, 100);

    assertThat(guardian.isQuarantined()).isFalse();
    assertThat(said()).isEmpty();
  }
}
