package mycelial.colony;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import mycelial.agent.council.CouncilCounts;
import mycelial.message.Channel;
import mycelial.message.Envelope;
import mycelial.message.Message;
import mycelial.message.PatternCandidate;
import mycelial.message.PatternConfirmed;
import mycelial.message.PatternConfirmed.Finding;
import mycelial.message.PatternDiscovery;
import mycelial.message.SystemControl;
import mycelial.message.ValidationRequest;
import mycelial.message.ValidationResult;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The council at work in a whole colony: what passes over the bus in nine hours. */
final class CouncilTest {
  private static final List<Envelope> HEARD = new ArrayList<>();
  private static CouncilCounts counts = CouncilCounts.NONE;
  private static long settled;

  @BeforeAll
  static void play() {
    HEARD.clear();
    ColonyKit kit =
        Fixtures.sample()
            .bus((channels, onMail) ->
                new TamperedBus(delivered -> {
                  assertOpen(channels, delivered);
                  HEARD.addAll(delivered);
                  return delivered;
                }));
    kit.run(
            (colony, instants) -> {
              counts = colony.roster().councilCounts();
              settled =
                  colony.roster().learners().stream()
                      .mapToLong(learner -> learner.brain().settled())
                      .sum();
            })
        .requireTraded();
  }

  private static void assertOpen(List<Channel> open, List<Envelope> delivered) {
    for (Envelope envelope : delivered) {
      assertThat(open).as("what Redis would bring back").contains(envelope.channel());
    }
  }

  private static <T extends Message> List<T> heard(Class<T> type) {
    return HEARD.stream().map(Envelope::body).filter(type::isInstance).map(type::cast).toList();
  }

  private static List<PatternConfirmed> decisions(Finding finding) {
    return heard(PatternConfirmed.class).stream()
        .filter(said -> said.finding() == finding)
        .toList();
  }

  private static boolean isDecision(PatternConfirmed said) {
    return said.finding() == Finding.LICENSED || said.finding() == Finding.REFUSED;
  }

  @Test
  void onlyLicensedRulesVote() {
    Map<String, Finding> standing = new TreeMap<>();
    int votes = 0;
    for (Envelope envelope : HEARD) {
      if (envelope.body() instanceof PatternConfirmed said && isDecision(said)) {
        standing.put(said.patternId(), said.finding());
      }
      if (envelope.body() instanceof PatternCandidate vote && vote.application() == null) {
        assertThat(standing.get(vote.patternId())).isEqualTo(Finding.LICENSED);
        votes++;
      }
    }
    assertThat(votes).isPositive();
  }

  @Test
  void everyApplicationIsDecidedOnceWithinAMinuteOrSo() {
    Map<String, Double> asked = new LinkedHashMap<>();
    List<String> decided = new ArrayList<>();
    double end = HEARD.getLast().timestamp();
    for (Envelope envelope : HEARD) {
      if (envelope.body() instanceof ValidationRequest request) {
        asked.put(request.requestId(), envelope.timestamp());
      }
      if (envelope.body() instanceof PatternConfirmed said && isDecision(said)) {
        decided.add(said.confirmationId());
        assertThat(envelope.timestamp() - asked.getOrDefault(said.confirmationId(), 0.0))
            .isLessThanOrEqualTo(60);
      }
    }
    assertThat(decided).isNotEmpty().doesNotHaveDuplicates();
    asked.forEach((id, time) -> assertThat(decided.contains(id) || end - time < 60).isTrue());
  }

  @Test
  void allResearchersVoteOnEveryRequestAndTheyDoNotAllSayTheSame() {
    Map<String, Set<Integer>> voters = new TreeMap<>();
    Map<String, Set<Boolean>> votes = new TreeMap<>();
    for (Envelope envelope : HEARD) {
      if (envelope.body() instanceof ValidationResult result) {
        voters.computeIfAbsent(result.requestId(), id -> new TreeSet<>()).add(envelope.source());
        votes.computeIfAbsent(result.requestId(), id -> new TreeSet<>()).add(result.approved());
      }
    }
    assertThat(voters.values()).isNotEmpty().allMatch(sources -> sources.size() == 3);
    assertThat(votes.values()).contains(Set.of(true)).contains(new TreeSet<>(List.of(true, false)));
  }

  @Test
  void someAreLicensedAndSomeAreRefused() {
    assertThat(decisions(Finding.LICENSED)).isNotEmpty().allMatch(said -> said.score() > 0);
    assertThat(decisions(Finding.REFUSED)).isNotEmpty().allMatch(said -> said.score() == 0);
    assertThat(counts.licences()).isEqualTo(decisions(Finding.LICENSED).size());
    assertThat(counts.refusals()).isEqualTo(decisions(Finding.REFUSED).size());
    assertThat(counts.agreements()).isEqualTo(decisions(Finding.AGREED).size());
  }

  @Test
  void whoIsOrderedToShareDoesSoAtOnceAndTheOthersTakeItIn() {
    int orders = 0;
    for (int i = 0; i < HEARD.size(); i++) {
      Envelope envelope = HEARD.get(i);
      if (envelope.body() instanceof SystemControl order
          && order.command() == SystemControl.Command.FORCE_SHARE) {
        assertThat(sharers(envelope.timestamp())).containsAll(order.scope().agents());
        orders++;
      }
    }
    assertThat(orders).isPositive().isEqualTo((int) counts.forcedShares());
    assertThat(settled).as("rules that have found a place").isPositive();
  }

  /** Who shared a rule one tick after an instant. */
  private static List<Integer> sharers(double timestamp) {
    return HEARD.stream()
        .filter(said -> said.body() instanceof PatternDiscovery)
        .filter(said -> said.timestamp() == timestamp + 1.0 / 64)
        .map(Envelope::source)
        .toList();
  }

  @Test
  void researchAddsNoInstantsBetweenTheQuarterSecondsOfTheLearners() {
    for (Envelope envelope : HEARD) {
      if (envelope.body() instanceof ValidationRequest
          || envelope.body() instanceof ValidationResult) {
        assertThat(envelope.timestamp() * 4 % 1).isZero();
      }
    }
  }
}
