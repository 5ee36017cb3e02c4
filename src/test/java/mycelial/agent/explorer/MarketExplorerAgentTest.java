package mycelial.agent.explorer;

import static mycelial.agent.Agents.BITCOIN;
import static mycelial.agent.Agents.ETHER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mycelial.agent.Agents;
import mycelial.agent.Layer;
import mycelial.agent.RecordingContext;
import mycelial.market.Bar;
import mycelial.market.FeatureVector;
import mycelial.market.Interval;
import mycelial.market.Moat;
import mycelial.market.Pair;
import mycelial.market.Quote;
import mycelial.market.StrategyType;
import mycelial.message.Channel;
import mycelial.message.MarketData;
import mycelial.message.ProspectingProposal;
import mycelial.message.Role;
import org.junit.jupiter.api.Test;

final class MarketExplorerAgentTest {
  private static final Pair SOLANA = new Pair("SOLUSD");
  private static final List<Pair> PAIRS = List.of(BITCOIN, ETHER, SOLANA);
  private static final Channel CODE = Channel.moat(Moat.CODE, "Python");
  private static final Channel GOVERNMENT = Channel.moat(Moat.GOVERNMENT, "US-Federal");

  private final RecordingContext context = new RecordingContext();
  private long end = RecordingContext.ORIGIN;

  private MarketExplorerAgent explorer(StrategyType team, int lookBack, double least) {
    Assignment assignment = new Assignment(team, lookBack, 15, 0, least);
    MarketExplorerAgent explorer =
        new MarketExplorerAgent(
            Agents.identity(Role.EXPLORER, Layer.EXPLORATION, 64),
            PAIRS,
            List.of(CODE, GOVERNMENT),
            assignment);
    explorer.start(context);
    return explorer;
  }

  private static MarketData closed(Pair pair, long end, double price, double step, double volume) {
    double close = price * (1 + step);
    Bar bar =
        new Bar(
            end - 60,
            Interval.MINUTE,
            price,
            Math.max(price, close),
            Math.min(price, close),
            close,
            volume,
            1,
            Bar.Kind.TRADED);
    return new MarketData(pair, bar, null, FeatureVector.EMPTY, false);
  }

  /**
   * Minutes of a market in which Bitcoin trades most, moves most and rises, Ether follows, and
   * Solana hardly lives.
   */
  private void minutes(MarketExplorerAgent explorer, int count) {
    for (int i = 0; i < count; i++) {
      // Both grow livelier with time, so that their newest quarter is a surge.
      double growth = 1 + (end - RecordingContext.ORIGIN) / 600.0;
      tell(explorer, closed(BITCOIN, end, 1000, 0.0004 * growth, 10 * growth));
      tell(explorer, closed(ETHER, end, 100, -0.0002 * growth, 50));
      tell(explorer, closed(SOLANA, end, 10, 0.0001 * (i % 2 == 0 ? 1 : -1), 1));
      context.advance(60);
      end += 60;
    }
  }

  private void tell(MarketExplorerAgent explorer, MarketData data) {
    context.tell(explorer, 1, Channel.marketData(data.pair()), data);
  }

  private List<ProspectingProposal> proposals() {
    return context.sent(ProspectingProposal.class);
  }

  @Test
  void proposesTheBestPairsOnItsTeamsChannel() {
    minutes(explorer(StrategyType.DAY, 60, 0.5), 75);

    ProspectingProposal best = proposals().getFirst();
    assertThat(best.pair()).isEqualTo(BITCOIN);
    assertThat(best.team()).isEqualTo(StrategyType.DAY);
    assertThat(best.available()).isEqualTo(6);
    assertThat(best.points().crossMoat()).isZero();
    assertThat(context.sent().getFirst().channel()).isEqualTo(Channel.proposals(StrategyType.DAY));
    assertThat(proposals()).extracting(ProspectingProposal::pair).doesNotContain(SOLANA);
  }

  @Test
  void speaksOnceAPeriodOnWholeMinutesAfterItsReactionTime() {
    minutes(explorer(StrategyType.DAY, 60, 0), 61);

    assertThat(proposals()).isNotEmpty();
    assertThat(proposals())
        .extracting(ProspectingProposal::barEnd)
        .allMatch(barEnd -> barEnd % (15 * 60) == 0);
    assertThat(proposals().stream().map(ProspectingProposal::barEnd).distinct()).hasSize(4);
    assertThat(context.sent()).allMatch(sent -> sent.tick() % (60 * 64) == 64);
  }

  @Test
  void isAsSureAsItsLookBackIsFull() {
    minutes(explorer(StrategyType.DAY, 100, 0), 100);

    List<Double> growing =
        proposals().stream()
            .filter(proposal -> proposal.pair().equals(BITCOIN))
            .map(proposal ->
                proposal.confidence() * proposal.available() / proposal.points().total())
            .toList();
    assertThat(growing).isSorted().doesNotHaveDuplicates();
    assertThat(growing.getFirst()).isLessThan(0.25);
    assertThat(growing.getLast()).isBetween(0.85, 1.0);
  }

  @Test
  void keepsSilentBelowItsLeastConfidence() {
    minutes(explorer(StrategyType.DAY, 60, 1.0), 30);

    assertThat(proposals()).isEmpty();
  }

  @Test
  void proposesThreePairsAtMost() {
    MarketExplorerAgent explorer =
        new MarketExplorerAgent(
            Agents.identity(Role.EXPLORER, Layer.EXPLORATION, 64),
            List.of(BITCOIN, ETHER, SOLANA, new Pair("ADAUSD")),
            List.of(),
            new Assignment(StrategyType.DAY, 12, 15, 0, 0));
    explorer.start(context);
    for (int i = 0; i < 16; i++) {
      tell(explorer, closed(new Pair("ADAUSD"), end, 1, 0.001, 10));
      minutes(explorer, 1);
    }

    assertThat(explorer.proposals()).isEqualTo(3);
    assertThat(proposals()).hasSize(3);
  }

  @Test
  void leavesOutAPairThatHasFallenSilent() {
    MarketExplorerAgent explorer = explorer(StrategyType.DAY, 12, 0);
    minutes(explorer, 10);
    context.sent().clear();
    for (int i = 0; i < 7; i++) {
      tell(explorer, closed(SOLANA, end, 10, 0.001, 10));
      context.advance(60);
      end += 60;
    }

    assertThat(proposals()).extracting(ProspectingProposal::pair).containsOnly(SOLANA);
    assertThat(proposals().getFirst().available()).isEqualTo(3);
  }

  @Test
  void countsWhatTheMoatsSay() {
    MarketExplorerAgent explorer = explorer(StrategyType.SWING, 12, 0);
    context.tell(explorer, 2, GOVERNMENT, MoatBoardTest.signal(Moat.GOVERNMENT, "orders", 0.9));
    minutes(explorer, 16);

    assertThat(proposals()).isNotEmpty();
    assertThat(proposals())
        .allSatisfy(proposal -> {
          assertThat(proposal.available()).isEqualTo(8);
          assertThat(proposal.points().crossMoat()).isEqualTo(2);
        });
  }

  @Test
  void readsEveryPairAndTheMoatsThatItsTeamLooksAt() {
    assertThat(explorer(StrategyType.SWING, 12, 0).subscriptions())
        .hasSize(5)
        .contains(CODE, GOVERNMENT);
    assertThat(explorer(StrategyType.HFT, 12, 0).subscriptions())
        .hasSize(4)
        .doesNotContain(GOVERNMENT);
    assertThat(explorer(StrategyType.HFT, 12, 0).watches()).hasSize(3);
  }

  @Test
  void aQuoteIsNoReasonToSpeak() {
    MarketExplorerAgent explorer = explorer(StrategyType.DAY, 12, 0);
    tell(explorer, new MarketData(BITCOIN, null, new Quote(end, 1000), FeatureVector.EMPTY, false));
    context.advance(60);

    assertThat(proposals()).isEmpty();
    assertThat(context.failures()).isEmpty();
  }
}
