package mycelial.agent.council;

import static mycelial.agent.Agents.BITCOIN;
import static mycelial.agent.Agents.ETHER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mycelial.agent.Agents;
import mycelial.agent.Layer;
import mycelial.agent.RecordingContext;
import mycelial.config.CouncilSettings;
import mycelial.market.EvidenceGrade;
import mycelial.market.Interval;
import mycelial.market.Pair;
import mycelial.market.Side;
import mycelial.market.StrategyType;
import mycelial.message.BuildNotice;
import mycelial.message.Channel;
import mycelial.message.PatternCandidate;
import mycelial.message.PatternConfirmed;
import mycelial.message.Role;
import mycelial.message.SystemControl;
import mycelial.message.Topic;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What follows when learners newly agree: they exchange rules, and an analyst is asked for. */
final class AgreementTest {
  private final RecordingContext context = new RecordingContext();
  private final MycelialInstigatorAgent instigator =
      new MycelialInstigatorAgent(
          Agents.identity(Role.INSTIGATOR, Layer.COLLABORATION, 4),
          List.of(BITCOIN, ETHER),
          new CouncilSettings(3, 3, 5000, 60, 3, 2),
          Interval.MINUTE,
          new ProofSettings(0.1, 100, true));

  @BeforeEach
  void start() {
    instigator.start(context);
  }

  /** Three learners agree on the bar that ends now; a minute passes. */
  private void agree(Pair pair) {
    for (int learner = 21; learner <= 23; learner++) {
      context.tell(
          instigator,
          learner,
          Channel.of(Topic.PATTERN_CANDIDATES),
          new PatternCandidate(
              pair,
              Side.BUY,
              "rule-" + learner,
              learner,
              30,
              StrategyType.GENERIC,
              EvidenceGrade.EXPLORATORY,
              learner,
              8,
              0.001,
              (long) context.now(),
              null,
              null));
    }
    context.advance(60);
  }

  private void notice(BuildNotice.Kind kind, Pair pair) {
    context.tell(
        instigator,
        140,
        Channel.of(Topic.SYSTEM_BUILD_REQUEST),
        new BuildNotice(kind, "b-1", pair, "why"));
    context.advance(60);
  }

  private List<SystemControl> orders() {
    return context.sent(SystemControl.class);
  }

  private List<BuildNotice> requests() {
    return context.sent(BuildNotice.class);
  }

  @Test
  void ordersTheThreeThatAgreeToExchangeTheirBestRules() {
    agree(BITCOIN);

    assertThat(orders()).hasSize(1);
    SystemControl order = orders().getFirst();
    assertThat(order.command()).isEqualTo(SystemControl.Command.FORCE_SHARE);
    assertThat(order.origin()).isEqualTo(SystemControl.Origin.COUNCIL);
    assertThat(order.scope().agents()).containsExactly(23, 22, 21);
    assertThat(order.scope().pair()).isEqualTo(BITCOIN);
    assertThat(context.sent()).allMatch(sent -> sent.tick() == 4);
  }

  @Test
  void ordersNoExchangeForARestatement() {
    for (int minute = 0; minute < 200; minute++) {
      agree(BITCOIN);
    }

    assertThat(context.sent(PatternConfirmed.class)).hasSize(200);
    assertThat(orders()).hasSize(1);
    assertThat(requests()).hasSize(1);
  }

  @Test
  void ordersTheNextExchangeOfAPairAnHourLaterAtTheEarliest() {
    agree(BITCOIN);
    agree(ETHER);
    context.advance(57 * 60);
    agree(BITCOIN);
    assertThat(orders().stream().map(order -> order.scope().pair()))
        .containsExactly(BITCOIN, ETHER);
    context.advance(31 * 60);
    agree(BITCOIN);
    assertThat(orders()).hasSize(3);
    assertThat(instigator.counts().forcedShares()).isEqualTo(3);
  }

  @Test
  void asksForAnAnalystWhereItHasHeardOfNone() {
    notice(BuildNotice.Kind.DEPLOYED, ETHER);
    agree(ETHER);
    agree(BITCOIN);

    assertThat(requests()).hasSize(1);
    BuildNotice request = requests().getFirst();
    assertThat(request.kind()).isEqualTo(BuildNotice.Kind.REQUEST);
    assertThat(request.requestId()).isEqualTo("i0-1");
    assertThat(request.pair()).isEqualTo(BITCOIN);
  }

  @Test
  void asksAgainAfterAnHourAndForOneThatHasBeenRetired() {
    notice(BuildNotice.Kind.DEPLOYED, BITCOIN);
    notice(BuildNotice.Kind.RETIRED, BITCOIN);
    agree(BITCOIN);
    notice(BuildNotice.Kind.REFUSED, BITCOIN);
    agree(BITCOIN);
    assertThat(requests()).hasSize(1);
    context.advance(3600);
    agree(BITCOIN);
    assertThat(requests().stream().map(BuildNotice::requestId)).containsExactly("i0-1", "i0-2");
  }

  @Test
  void takesAnothersRequestForNoAnalyst() {
    notice(BuildNotice.Kind.REQUEST, BITCOIN);
    agree(BITCOIN);

    assertThat(requests()).hasSize(1);
    assertThat(context.failures()).isEmpty();
  }
}
