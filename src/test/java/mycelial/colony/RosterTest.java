package mycelial.colony;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mycelial.agent.Agent;
import mycelial.agent.AgentIdentity;
import mycelial.agent.Ticks;
import mycelial.config.Configuration;
import mycelial.config.ReactionTimes;
import mycelial.market.Moat;
import mycelial.message.Channel;
import mycelial.message.Role;
import mycelial.message.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class RosterTest {
  private static final Configuration CONFIGURATION = Configuration.defaults();
  private static final Roster ROSTER = AgentList.of(CONFIGURATION);

  private static List<AgentIdentity> identities() {
    return ROSTER.agents().stream().map(Agent::identity).toList();
  }

  @Test
  void hasTheAgentsOfTheShippedConfiguration() {
    Map<Role, Long> counts =
        identities().stream()
            .collect(
                Collectors.groupingBy(AgentIdentity::role, TreeMap::new, Collectors.counting()));

    assertThat(counts)
        .isEqualTo(
            Map.ofEntries(
                Map.entry(Role.DATA_MINER, 18L),
                Map.entry(Role.CODE_MINER, 1L),
                Map.entry(Role.LOGISTICS_MINER, 1L),
                Map.entry(Role.GOVERNMENT_MINER, 1L),
                Map.entry(Role.CORPORATIONS_MINER, 1L),
                Map.entry(Role.PATTERN_LEARNER, 100L),
                Map.entry(Role.TRADER, 1L),
                Map.entry(Role.RISK_MANAGER, 1L),
                Map.entry(Role.INSTIGATOR, 3L),
                Map.entry(Role.BUILDER, 1L),
                Map.entry(Role.EXPLORER, 9L),
                Map.entry(Role.MEMORY, 1L),
                Map.entry(Role.RESEARCHER, 3L),
                Map.entry(Role.TECHNICAL_ANALYST, 2L)));
    assertThat(ROSTER.learners()).filteredOn(learner -> learner.moat() == Moat.FINANCE).hasSize(60);
  }

  @Test
  void numbersItsAgentsFromOneWithoutAHole() {
    assertThat(identities().stream().map(AgentIdentity::id))
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, ROSTER.agents().size()).boxed().toList());
  }

  @Test
  void givesEveryAgentANameAndAnOrderingOfItsOwn() {
    assertThat(identities().stream().map(AgentIdentity::name)).doesNotHaveDuplicates();
    assertThat(identities().stream().map(AgentIdentity::ordering))
        .doesNotHaveDuplicates()
        .doesNotContain(OperatorDesk.ORDERING);
  }

  /** Topics that a role of the roster writes. */
  private static List<Topic> played() {
    List<Role> roles = identities().stream().map(AgentIdentity::role).distinct().toList();
    return Arrays.stream(Topic.values())
        .filter(topic -> roles.containsAll(topic.readers()))
        .filter(topic -> topic.writers().stream().anyMatch(roles::contains))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("played")
  void everyChannelHasAWriterAndAReaderInTheRoster(Topic topic) {
    List<Role> roles = identities().stream().map(AgentIdentity::role).distinct().toList();

    assertThat(topic.writers()).anyMatch(roles::contains);
    assertThat(topic.writers())
        .allMatch(role -> roles.contains(role) || role == Role.OPERATOR_DESK);
    assertThat(topic.readers()).isNotEmpty().allMatch(roles::contains);
    for (Role reader : topic.readers()) {
      assertThat(ROSTER.agents())
          .as("%s reads %s", reader, topic)
          .anyMatch(agent ->
              agent.identity().role() == reader
                  && agent.subscriptions().stream().anyMatch(read -> read.topic() == topic));
    }
  }

  @Test
  void noAgentReadsAChannelThatIsNotForIt() {
    for (Agent agent : ROSTER.agents()) {
      assertThat(agent.subscriptions())
          .doesNotHaveDuplicates()
          .allMatch(channel -> channel.topic().readers().contains(agent.identity().role()));
    }
  }

  @Test
  void everyPairsChannelAndEveryTopicIsOpenOnTheBus() {
    assertThat(ROSTER.channels()).doesNotHaveDuplicates();
    assertThat(ROSTER.channels())
        .containsAll(CONFIGURATION.pairs().stream().map(Channel::marketData).toList());
    assertThat(ROSTER.channels().stream().map(Channel::topic).distinct()).containsAll(played());
  }

  /** From a closed bar to an idea: a vote, its confirmation, and the idea of the one confirmed. */
  private static double mycelialSeconds(double learner) {
    ReactionTimes times = CONFIGURATION.reactions();
    return learner + times.instigator() + times.learnerConfirming();
  }

  @Test
  void theUsualPathsOfBothStreamsDifferByLessThanTwoSeconds() {
    double mean =
        ROSTER.learners().stream()
            .mapToLong(learner -> learner.identity().reactionTicks())
            .average()
            .orElseThrow();
    double analyst = CONFIGURATION.reactions().analyst();

    assertThat(mycelialSeconds(mean / Ticks.PER_SECOND) - analyst).isBetween(0.0, 2.0);
    assertThat(mycelialSeconds(CONFIGURATION.reactions().learnerMaximum()) - analyst)
        .isLessThan(CONFIGURATION.trading().windowMillis() / 1000.0);
  }

  @Test
  void learnersReactInQuarterSecondsOfTheConfiguredRange() {
    ReactionTimes times = CONFIGURATION.reactions();
    int[] ticks =
        ROSTER.learners().stream()
            .mapToInt(learner -> learner.identity().reactionTicks())
            .toArray();

    assertThat(Arrays.stream(ticks)).allMatch(tick -> tick % 16 == 0);
    assertThat(Arrays.stream(ticks).min()).hasValue((int) Ticks.of(times.learnerMinimum()));
    assertThat(Arrays.stream(ticks).max()).hasValue((int) Ticks.of(times.learnerMaximum()));
  }
}
