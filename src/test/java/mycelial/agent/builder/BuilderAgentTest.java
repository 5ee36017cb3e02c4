package mycelial.agent.builder;

import static mycelial.agent.Agents.BITCOIN;
import static mycelial.agent.Agents.ETHER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mycelial.agent.Agents;
import mycelial.agent.Layer;
import mycelial.agent.RecordingContext;
import mycelial.config.AnalystSettings;
import mycelial.config.BuilderSettings;
import mycelial.market.Pair;
import mycelial.market.StrategyType;
import mycelial.message.BuildNotice;
import mycelial.message.BuildNotice.Kind;
import mycelial.message.Channel;
import mycelial.message.ProspectingProposal;
import mycelial.message.ProspectingProposal.Points;
import mycelial.message.Role;
import mycelial.message.Topic;
import org.junit.jupiter.api.Test;

final class BuilderAgentTest {
  private static final Pair SOLANA = new Pair("SOLUSD");
  private static final Pair CARDANO = new Pair("ADAUSD");
  private static final Pair DOGE = new Pair("DOGEUSD");
  private static final Pair UNKNOWN = new Pair("NOSUCH");
  private static final double HOUR = 3600;

  /** A desk that hires at once. */
  private static final class Desk implements AnalystDesk {
    private final List<Pair> pairs = new ArrayList<>();

    @Override
    public List<Pair> pairs() {
      return List.copyOf(pairs);
    }

    @Override
    public void deploy(Pair pair) {
      assertThat(pairs).doesNotContain(pair);
      pairs.add(pair);
    }

    @Override
    public void retire(Pair pair) {
      assertThat(pairs.remove(pair)).isTrue();
    }
  }

  private final RecordingContext context = new RecordingContext();
  private final Desk desk = new Desk();

  /** A builder of bootstrap Bitcoin and configured pairs; the cap counts all. */
  private BuilderAgent builder(int maximum, Pair... configured) {
    AnalystSettings analysts =
        new AnalystSettings(
            List.of(BITCOIN), List.of(configured), maximum, 60, StrategyType.GENERIC, 30, 70, 2);
    BuilderAgent builder =
        new BuilderAgent(
            Agents.identity(Role.BUILDER, Layer.AUTONOMY, 16),
            new BuilderRules(
                List.of(BITCOIN, ETHER, SOLANA, CARDANO, DOGE),
                analysts,
                new BuilderSettings(0.7, 60, 24),
                Map.of(StrategyType.HFT, 1350L, StrategyType.DAY, 5400L)),
            desk,
            id -> "explorer-" + id);
    desk.pairs.add(BITCOIN);
    desk.pairs.addAll(List.of(configured));
    builder.start(context);
    return builder;
  }

  private void propose(
      BuilderAgent builder, int explorer, StrategyType team, Pair pair, double sure) {
    ProspectingProposal proposal =
        new ProspectingProposal(
            pair, team, new Points(2, 2, 1, 0, 0), 6, sure, (long) context.now(), "test");
    context.tell(builder, explorer, Channel.proposals(team), proposal);
    context.advance(60);
  }

  private void agree(BuilderAgent builder, Pair pair, double sure) {
    propose(builder, 8, StrategyType.HFT, pair, sure);
    propose(builder, 9, StrategyType.HFT, pair, sure);
  }

  private void request(BuilderAgent builder, String id, Pair pair) {
    context.tell(
        builder,
        30,
        Channel.of(Topic.SYSTEM_BUILD_REQUEST),
        new BuildNotice(Kind.REQUEST, id, pair, "a pattern of it was confirmed"));
    context.advance(60);
  }

  private BuildNotice last() {
    return context.sent(BuildNotice.class).getLast();
  }

  private void assertLast(Kind kind, Pair pair, String reason) {
    assertThat(last().kind()).as(last().reason()).isEqualTo(kind);
    assertThat(last().pair()).isEqualTo(pair);
    assertThat(last().reason()).contains(reason);
  }

  @Test
  void announcesTheAnalystsThatAreThereAtTheStart() {
    BuilderAgent builder = builder(15, ETHER);

    assertThat(context.sent(BuildNotice.class))
        .containsExactly(
            new BuildNotice(Kind.DEPLOYED, "build-1", BITCOIN, "bootstrap"),
            new BuildNotice(Kind.DEPLOYED, "build-2", ETHER, "configured"));
    assertThat(builder.count(Kind.DEPLOYED)).isEqualTo(2);
  }

  @Test
  void deploysWhereTwoOfATeamAgree() {
    BuilderAgent builder = builder(15);
    propose(builder, 8, StrategyType.HFT, SOLANA, 0.8);
    assertThat(desk.pairs).doesNotContain(SOLANA);
    propose(builder, 9, StrategyType.HFT, SOLANA, 0.6);

    assertThat(desk.pairs).contains(SOLANA);
    assertLast(Kind.DEPLOYED, SOLANA, "HFT: explorer-8 0.80 and explorer-9 0.60, mean 0.70");
    assertThat(last().requestId()).isEqualTo("build-2");
  }

  @Test
  void oneExplorerIsNoConsensusHoweverOftenItSpeaks() {
    BuilderAgent builder = builder(15);
    propose(builder, 8, StrategyType.HFT, SOLANA, 1);
    propose(builder, 8, StrategyType.HFT, SOLANA, 1);

    assertThat(desk.pairs).containsExactly(BITCOIN);
  }

  @Test
  void explorersOfDifferentTeamsAreNoConsensus() {
    BuilderAgent builder = builder(15);
    propose(builder, 8, StrategyType.HFT, SOLANA, 1);
    propose(builder, 11, StrategyType.DAY, SOLANA, 1);

    assertThat(desk.pairs).containsExactly(BITCOIN);
  }

  @Test
  void twoWhoAreNotSureEnoughAreNoConsensus() {
    BuilderAgent builder = builder(15);
    propose(builder, 8, StrategyType.HFT, SOLANA, 0.8);
    propose(builder, 9, StrategyType.HFT, SOLANA, 0.59);

    assertThat(desk.pairs).containsExactly(BITCOIN);
  }

  @Test
  void aProposalCountsForOneAndAHalfPeriods() {
    BuilderAgent builder = builder(15);
    propose(builder, 8, StrategyType.HFT, SOLANA, 1);
    context.advance(1350 - 60);
    propose(builder, 9, StrategyType.HFT, SOLANA, 1);
    assertThat(desk.pairs).contains(SOLANA);

    propose(builder, 8, StrategyType.HFT, CARDANO, 1);
    context.advance(1350);
    propose(builder, 9, StrategyType.HFT, CARDANO, 1);
    assertThat(desk.pairs).doesNotContain(CARDANO);
  }

  @Test
  void theTwoSurestOfThreeCount() {
    BuilderAgent builder = builder(15);
    propose(builder, 8, StrategyType.HFT, SOLANA, 0.5);
    propose(builder, 9, StrategyType.HFT, SOLANA, 0.8);
    assertThat(desk.pairs).doesNotContain(SOLANA);
    propose(builder, 10, StrategyType.HFT, SOLANA, 0.65);

    assertLast(Kind.DEPLOYED, SOLANA, "explorer-9 0.80 and explorer-10 0.65");
  }

  @Test
  void saysNothingOfAConsensusForAPairThatHasAnAnalyst() {
    BuilderAgent builder = builder(15);
    agree(builder, BITCOIN, 1);

    assertThat(context.sent()).hasSize(1);
  }

  @Test
  void retiresAnAnalystWhosePairNobodyProposesButNoBootstrapOne() {
    BuilderAgent builder = builder(15, ETHER);
    context.advance(12 * HOUR);
    propose(builder, 8, StrategyType.HFT, ETHER, 0.5);
    context.advance(23.9 * HOUR - 60);
    propose(builder, 8, StrategyType.HFT, CARDANO, 0.5);
    assertThat(desk.pairs).containsExactly(BITCOIN, ETHER);
    context.advance(0.2 * HOUR);
    propose(builder, 8, StrategyType.HFT, CARDANO, 0.5);

    assertThat(desk.pairs).containsExactly(BITCOIN);
    assertLast(Kind.RETIRED, ETHER, "nobody has proposed it for 24 h");
    assertThat(builder.count(Kind.RETIRED)).isEqualTo(1);
  }

  @Test
  void leavesARetiredPairAloneForACooldownAndSaysSoOnce() {
    BuilderAgent builder = builder(15, ETHER);
    context.advance(25 * HOUR);
    propose(builder, 8, StrategyType.HFT, CARDANO, 0.5);
    agree(builder, ETHER, 1);
    assertLast(Kind.REFUSED, ETHER, "cooling down until 20");
    int said = context.sent().size();
    agree(builder, ETHER, 1);
    assertThat(context.sent()).hasSize(said);
    context.advance(HOUR);
    agree(builder, ETHER, 1);

    assertLast(Kind.DEPLOYED, ETHER, "HFT");
    assertThat(builder.count(Kind.REFUSED)).isEqualTo(1);
  }

  @Test
  void refusesAtTheCapAndThenKeepsToTheCooldown() {
    BuilderAgent builder = builder(2, ETHER);
    agree(builder, SOLANA, 1);

    assertThat(desk.pairs).containsExactly(BITCOIN, ETHER);
    assertLast(Kind.REFUSED, SOLANA, "at the cap of 2");
    request(builder, "i1-1", SOLANA);
    assertLast(Kind.REFUSED, SOLANA, "cooling down until");
  }

  @Test
  void aSurerPairReplacesTheOneThatHasBeenIdleForLongest() {
    BuilderAgent builder = builder(3);
    agree(builder, SOLANA, 0.75);
    context.advance(2 * HOUR);
    agree(builder, CARDANO, 0.8);
    context.advance(2 * HOUR);
    agree(builder, DOGE, 0.8);

    assertThat(desk.pairs).containsExactly(BITCOIN, CARDANO, DOGE);
    List<BuildNotice> notices = context.sent(BuildNotice.class);
    assertThat(notices.get(notices.size() - 2).kind()).isEqualTo(Kind.RETIRED);
    assertThat(notices.get(notices.size() - 2).reason())
        .contains("makes place for DOGEUSD with 0.80; its own last proposal had 0.75, 4.1 h ago");
    assertLast(Kind.DEPLOYED, DOGE, "mean 0.80");
  }

  @Test
  void anotherThatIsNoSurerReplacesNobody() {
    BuilderAgent builder = builder(2);
    agree(builder, SOLANA, 0.8);
    context.advance(2 * HOUR);
    agree(builder, DOGE, 0.8);

    assertThat(desk.pairs).containsExactly(BITCOIN, SOLANA);
    assertLast(Kind.REFUSED, DOGE, "at the cap of 2");
  }

  @Test
  void bootstrapAnalystsMakePlaceForNobody() {
    BuilderAgent builder = builder(1);
    context.advance(48 * HOUR);
    agree(builder, SOLANA, 1);

    assertThat(desk.pairs).containsExactly(BITCOIN);
    assertLast(Kind.REFUSED, SOLANA, "at the cap of 1");
  }

  @Test
  void answersARequestWithItsOwnId() {
    BuilderAgent builder = builder(15);
    request(builder, "i1-1", SOLANA);
    assertThat(last()).isEqualTo(new BuildNotice(Kind.DEPLOYED, "i1-1", SOLANA, "asked for"));
    request(builder, "i1-2", SOLANA);
    assertThat(last())
        .isEqualTo(new BuildNotice(Kind.REFUSED, "i1-2", SOLANA, "there is one already"));
    request(builder, "i1-3", UNKNOWN);
    assertLast(Kind.REFUSED, UNKNOWN, "no miner announces it");
    assertThat(desk.pairs).containsExactly(BITCOIN, SOLANA);
  }

  @Test
  void refusesARequestAtTheCap() {
    BuilderAgent builder = builder(1);
    request(builder, "i1-1", SOLANA);

    assertThat(last()).isEqualTo(new BuildNotice(Kind.REFUSED, "i1-1", SOLANA, "at the cap of 1"));
  }

  @Test
  void doesNotAnswerItsOwnNotices() {
    BuilderAgent builder = builder(15);
    context.tell(
        builder,
        7,
        Channel.of(Topic.SYSTEM_BUILD_REQUEST),
        new BuildNotice(Kind.REFUSED, "build-9", SOLANA, "said before"));
    context.advance(60);

    assertThat(context.sent()).hasSize(1);
    assertThat(context.failures()).isEmpty();
  }
}
