package mycelial.agent.guardian;

import static mycelial.agent.Agents.BITCOIN;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import mycelial.agent.Agents;
import mycelial.agent.Layer;
import mycelial.agent.RecordingContext;
import mycelial.config.HaltAction;
import mycelial.config.HaltRelease;
import mycelial.market.FeatureVector;
import mycelial.market.Side;
import mycelial.market.SignalSource;
import mycelial.message.Channel;
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

  private final RecordingContext context = new RecordingContext();

  private RiskManagementAgent guardian(HaltAction onHalt, HaltRelease release) {
    RiskManagementAgent guardian =
        new RiskManagementAgent(
            Agents.identity(Role.RISK_MANAGER, Layer.RISK, 16),
            List.of(BITCOIN),
            new GuardianSettings(new BigDecimal(1000), BigDecimal.TEN, onHalt, release));
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
}
