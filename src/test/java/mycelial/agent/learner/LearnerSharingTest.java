package mycelial.agent.learner;

import static mycelial.agent.Agents.BITCOIN;
import static mycelial.agent.Agents.ETHER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mycelial.agent.RecordingContext;
import mycelial.learning.ArchivedPattern;
import mycelial.market.Condition;
import mycelial.market.Feature;
import mycelial.market.Pair;
import mycelial.market.PatternFamily;
import mycelial.market.Side;
import mycelial.message.Channel;
import mycelial.message.PatternDiscovery;
import mycelial.message.SystemControl;
import mycelial.message.Topic;
import org.junit.jupiter.api.Test;

/** What a learner tells its peers, takes in from them, and drops when it is told to. */
final class LearnerSharingTest extends LearnerKit {
  private List<RecordingContext.Sent> discoveries() {
    return context.sent().stream().filter(sent -> sent.body() instanceof PatternDiscovery).toList();
  }

  private static String family(RecordingContext.Sent sent) {
    return sent.body() instanceof PatternDiscovery best
        ? PatternFamily.of(best.pair(), best.side(), best.conditions())
        : "";
  }

  /** It shares ten minutes after its first step, then every twenty minutes. */
  private static boolean isShare(RecordingContext.Sent sent) {
    return sent.tick() >= 64 * 601 && (sent.tick() - 64 * 601) % (64 * 1200) == 0;
  }

  private void order(List<Integer> sharers) {
    context.tell(
        learner,
        120,
        Channel.of(Topic.SYSTEM_CONTROL),
        new SystemControl(
            SystemControl.Command.FORCE_SHARE,
            SystemControl.Origin.COUNCIL,
            "share",
            new SystemControl.Scope(sharers, null, BITCOIN, 1)));
    context.advance(1.0 / 64);
  }

  @Test
  void publishesItsBestRuleAtOnceWhenOrderedTo() {
    minutes(600);
    int before = context.sent(PatternDiscovery.class).size();
    long tick = context.tick();
    order(List.of(8, 9, 10));
    assertThat(context.sent(PatternDiscovery.class)).hasSize(before);
    order(List.of(8, ID, 9));

    assertThat(context.sent(PatternDiscovery.class)).hasSize(before + 1);
    assertThat(context.sent().getLast().tick()).isEqualTo(tick + 2);
    assertThat(context.sent(PatternDiscovery.class).getLast().pair()).isEqualTo(BITCOIN);
  }

  @Test
  void givesTheRulesOfItsPartnersAPlaceAtOnceAndTheirNextOnesNot() {
    minutes(600);
    String before = learner.brain().stateLine();
    long retired = learner.brain().retired();
    order(List.of(8, ID, 9));
    context.tell(learner, 9, Channel.of(Topic.PATTERN_DISCOVERIES), discovery(BITCOIN, 0.3));
    context.tell(learner, 9, Channel.of(Topic.PATTERN_DISCOVERIES), discovery(BITCOIN, 0.1));
    context.tell(learner, 8, Channel.of(Topic.PATTERN_DISCOVERIES), discovery(BITCOIN, 0.7));
    context.tell(learner, 11, Channel.of(Topic.PATTERN_DISCOVERIES), discovery(BITCOIN, 0.9));
    context.advance(2);

    assertThat(learner.brain().stateLine()).isNotEqualTo(before);
    assertThat(learner.brain().retired()).isEqualTo(retired + 2);
    assertThat(learner.brain().settled()).isEqualTo(2);
    assertThat(context.failures()).isEmpty();
  }

  @Test
  void anExchangeIsOverAfterAFewSeconds() {
    minutes(600);
    order(List.of(8, ID, 9));
    context.advance(6);
    long retired = learner.brain().retired();
    context.tell(learner, 9, Channel.of(Topic.PATTERN_DISCOVERIES), discovery(BITCOIN));
    context.advance(2);

    assertThat(learner.brain().retired()).isEqualTo(retired);
  }

  @Test
  void sharesItsBestRuleAndArchivesNowAndThen() {
    minutes(600);

    assertThat(discoveries()).filteredOn(LearnerSharingTest::isShare).isNotEmpty();
    assertThat(archived.stream().map(ArchivedPattern::patternId))
        .isNotEmpty()
        .doesNotHaveDuplicates();
  }

  @Test
  void tellsBetweenSharesOnlyOfAnotherFamilyAndNotTooOften() {
    minutes(1200);
    List<RecordingContext.Sent> told = discoveries();

    assertThat(told).filteredOn(sent -> !isShare(sent)).isNotEmpty();
    for (int i = 1; i < told.size(); i++) {
      if (!isShare(told.get(i))) {
        assertThat(family(told.get(i))).isNotEqualTo(family(told.get(i - 1)));
        assertThat(told.get(i).tick() - told.get(i - 1).tick()).isGreaterThanOrEqualTo(64L * 900);
      }
    }
  }

  private void quarantine(List<Integer> agents, String family) {
    context.tell(
        learner,
        121,
        Channel.of(Topic.SYSTEM_CONTROL),
        new SystemControl(
            SystemControl.Command.QUARANTINE,
            SystemControl.Origin.RISK,
            "why",
            SystemControl.Scope.family(agents, family)));
  }

  @Test
  void dropsAndNoLongerTellsOfAFamilyThatItIsToldToDrop() {
    minutes(600);
    String leading = family(discoveries().getLast());
    int before = discoveries().size();
    quarantine(List.of(3, ID), leading);
    minutes(59);

    assertThat(discoveries().subList(before, discoveries().size()))
        .isNotEmpty()
        .noneMatch(sent -> family(sent).equals(leading));
    assertThat(learner.brain().stateLine()).doesNotContain(lastTold(before) + ":");
  }

  private String lastTold(int count) {
    return discoveries().get(count - 1).body() instanceof PatternDiscovery best
        ? best.patternId()
        : "nothing";
  }

  @Test
  void leavesAQuarantineOfOthersToThem() {
    minutes(600);
    String told = lastTold(discoveries().size());
    quarantine(List.of(3), family(discoveries().getLast()));
    minutes(1);
    String before = learner.brain().stateLine();

    assertThat(before).contains(told + ":");
    assertThat(context.failures()).isEmpty();
  }

  private PatternDiscovery discovery(Pair pair) {
    return discovery(pair, 0.3);
  }

  private PatternDiscovery discovery(Pair pair, double level) {
    return new PatternDiscovery(
        "foreign-1",
        pair,
        Side.BUY,
        30,
        List.of(
            new Condition(pair, Feature.RSI, Condition.Comparison.BELOW, level),
            new Condition(pair, Feature.VOLUME_Z, Condition.Comparison.ABOVE, 0.5)),
        20,
        0.01,
        90);
  }

  @Test
  void triesOutWhatAPeerHasDiscoveredButNotItsOwnWords() {
    minutes(200);
    String before = learner.brain().stateLine();
    context.tell(learner, ID, Channel.of(Topic.PATTERN_DISCOVERIES), discovery(BITCOIN));
    context.tell(learner, 9, Channel.of(Topic.PATTERN_DISCOVERIES), discovery(ETHER));
    context.advance(2);

    assertThat(learner.brain().stateLine()).isEqualTo(before);
    assertThat(context.failures()).isEmpty();
  }
}
