package mycelial.agent.council;

import static mycelial.agent.Agents.BITCOIN;
import static mycelial.agent.Agents.ETHER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mycelial.agent.Agents;
import mycelial.agent.Layer;
import mycelial.agent.RecordingContext;
import mycelial.config.CouncilSettings;
import mycelial.market.Interval;
import mycelial.message.Channel;
import mycelial.message.MemoryAnswer.Advice;
import mycelial.message.MemoryQuery;
import mycelial.message.PatternConfirmed;
import mycelial.message.PatternConfirmed.Finding;
import mycelial.message.PatternConfirmed.Voter;
import mycelial.message.Role;
import mycelial.message.Topic;
import mycelial.message.ValidationRequest;
import mycelial.message.ValidationResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From an application to a licence or a refusal; two of three researchers must approve. */
final class LicenceDeskTest {
  private static final int LEARNER = 21;
  private static final int MEMORY = 130;

  private final RecordingContext context = new RecordingContext();
  private final MycelialInstigatorAgent instigator =
      new MycelialInstigatorAgent(
          Agents.identity(Role.INSTIGATOR, Layer.COLLABORATION, 4),
          List.of(BITCOIN),
          new CouncilSettings(3, 3, 5000, 60, 3, 2),
          Interval.MINUTE,
          new ProofSettings(0.1, 100, true));

  @BeforeEach
  void start() {
    instigator.start(context);
  }

  /** Applies for a rule and gives the case's name. */
  private String apply() {
    context.tell(
        instigator,
        LEARNER,
        Channel.of(Topic.PATTERN_CANDIDATES),
        Cases.application(BITCOIN, "r21-1"));
    context.advance(0.5);
    return context.sent(ValidationRequest.class).getLast().requestId();
  }

  private void vote(int researcher, ValidationResult result) {
    context.tell(instigator, researcher, Channel.of(Topic.PATTERN_VALIDATION_RESULT), result);
    context.advance(0.25);
  }

  private void remember(String id, Advice advice, double factor) {
    context.tell(
        instigator, MEMORY, Channel.of(Topic.MEMORY_ANSWER), Cases.memory(id, advice, factor));
    context.advance(0.25);
  }

  private List<PatternConfirmed> decisions() {
    return context.sent(PatternConfirmed.class);
  }

  @Test
  void asksResearchersAndMemoryAtOnceAQuarterSecondLater() {
    String id = apply();

    assertThat(context.sent()).hasSize(2);
    assertThat(context.sent()).allMatch(sent -> sent.tick() == 16);
    ValidationRequest request = context.sent(ValidationRequest.class).getFirst();
    assertThat(request.learner()).isEqualTo(LEARNER);
    assertThat(request.conditions()).isEqualTo(Cases.conditions(BITCOIN));
    assertThat(request.fittedFrom()).isEqualTo(100);
    MemoryQuery query = context.sent(MemoryQuery.class).getFirst();
    assertThat(query.queryId()).isEqualTo(id);
    assertThat(query.entry()).isEqualTo(Agents.features(20, 1, 0.1));
  }

  @Test
  void licensesAtTheMedianOfTheApprovalsTimesWhatMemoryLeaves() {
    String id = apply();
    vote(126, Cases.approval(id, 80));
    vote(124, Cases.approval(id, 40));
    vote(125, Cases.approval(id, 60));
    assertThat(decisions()).as("memory is waited for").isEmpty();
    remember(id, Advice.LOWER, 0.5);

    PatternConfirmed licence = decisions().getFirst();
    assertThat(licence.finding()).isEqualTo(Finding.LICENSED);
    assertThat(licence.confirmationId()).isEqualTo(id);
    assertThat(licence.learner()).isEqualTo(LEARNER);
    assertThat(licence.patternId()).isEqualTo("r21-1");
    assertThat(licence.score()).isEqualTo(30);
    assertThat(licence.voters())
        .containsExactly(
            new Voter(126, "r21-1", 80), new Voter(125, "r21-1", 60), new Voter(124, "r21-1", 40));
    assertThat(licence.reason())
        .isEqualTo(
            "3 of 3 researchers approve; 124 approves at 40: 12 outcomes;"
                + " 125 approves at 60: 12 outcomes; 126 approves at 80: 12 outcomes;"
                + " memory: 10 near, 4 lost");
    assertThat(instigator.counts().licences()).isEqualTo(1);
  }

  @Test
  void twoOfThreeAreEnoughAndTheirMeanIsTheMedian() {
    String id = apply();
    remember(id, Advice.KEEP, 1);
    vote(124, Cases.approval(id, 40));
    vote(125, Cases.approval(id, 50));
    assertThat(decisions()).as("the third is waited for").isEmpty();
    vote(126, Cases.refusal(id));

    assertThat(decisions().getFirst().finding()).isEqualTo(Finding.LICENSED);
    assertThat(decisions().getFirst().score()).isEqualTo(45);
    assertThat(decisions().getFirst().reason()).contains("126 refuses: 5 outcomes are needed");
  }

  @Test
  void oneOfThreeIsNotEnoughAndMemoryIsNotWaitedFor() {
    String id = apply();
    vote(124, Cases.approval(id, 40));
    vote(125, Cases.refusal(id));
    vote(126, Cases.refusal(id));

    assertThat(decisions().getFirst().finding()).isEqualTo(Finding.REFUSED);
    assertThat(decisions().getFirst().score()).isZero();
    assertThat(decisions().getFirst().reason()).startsWith("1 of 3 researchers approve; ");
    assertThat(instigator.counts().refusals()).isEqualTo(1);
    remember(id, Advice.KEEP, 1);
    context.advance(600);
    assertThat(decisions()).as("the case is closed").hasSize(1);
    assertThat(context.failures()).isEmpty();
  }

  @Test
  void memoryCanRefuseWhatResearchersApprove() {
    String id = apply();
    for (int researcher = 124; researcher <= 126; researcher++) {
      vote(researcher, Cases.approval(id, 80));
    }
    remember(id, Advice.REFUSE, 0);

    assertThat(decisions().getFirst().finding()).isEqualTo(Finding.REFUSED);
    assertThat(decisions().getFirst().reason()).endsWith("memory: 10 near, 4 lost");
  }

  @Test
  void decidesWithoutMemoryAfterFiveMinutesAndSaysSo() {
    String id = apply();
    for (int researcher = 124; researcher <= 126; researcher++) {
      vote(researcher, Cases.approval(id, 80));
    }
    context.advance(298);
    assertThat(decisions()).isEmpty();
    context.advance(2);

    assertThat(decisions().getFirst().finding()).isEqualTo(Finding.LICENSED);
    assertThat(decisions().getFirst().score()).isEqualTo(80);
    assertThat(decisions().getFirst().reason()).endsWith("; memory did not answer in time");
    assertThat(context.sent().getLast().tick()).isEqualTo(16 + 300 * 64);
  }

  @Test
  void refusesAfterFiveMinutesWhenTooFewResearchersHaveAnswered() {
    String id = apply();
    vote(124, Cases.approval(id, 80));
    remember(id, Advice.KEEP, 1);
    context.advance(300);

    assertThat(decisions().getFirst().finding()).isEqualTo(Finding.REFUSED);
    assertThat(decisions().getFirst().reason()).contains("; 2 did not answer in time; memory: ");
  }

  @Test
  void refusesWhenNobodyAnswers() {
    apply();
    context.advance(300);

    assertThat(decisions().getFirst().finding()).isEqualTo(Finding.REFUSED);
    assertThat(decisions().getFirst().voters())
        .as("it speaks for itself")
        .containsExactly(new Voter(instigator.identity().id(), "r21-1", 0));
  }

  @Test
  void everyCaseHasItsOwnFiveMinutes() {
    apply();
    context.advance(149.5);
    apply();
    context.advance(151);
    assertThat(decisions()).hasSize(1);
    context.advance(150);
    assertThat(decisions()).hasSize(2);
    assertThat(decisions().stream().map(PatternConfirmed::confirmationId)).doesNotHaveDuplicates();
  }

  @Test
  void aResearchersSecondVoteDoesNotCount() {
    String id = apply();
    remember(id, Advice.KEEP, 1);
    vote(124, Cases.refusal(id));
    vote(124, Cases.approval(id, 80));
    vote(124, Cases.approval(id, 80));

    assertThat(decisions()).isEmpty();
  }

  @Test
  void anApplicationIsNoVote() {
    for (int learner = 21; learner <= 24; learner++) {
      context.tell(
          instigator,
          learner,
          Channel.of(Topic.PATTERN_CANDIDATES),
          Cases.application(BITCOIN, "r" + learner + "-1"));
    }
    context.advance(1);

    assertThat(decisions()).isEmpty();
    assertThat(instigator.counts().applications()).isEqualTo(4);
  }

  @Test
  void leavesApplicationsForOtherPairsToOthers() {
    context.tell(
        instigator,
        LEARNER,
        Channel.of(Topic.PATTERN_CANDIDATES),
        Cases.application(ETHER, "r21-1"));
    context.tell(
        instigator, 124, Channel.of(Topic.PATTERN_VALIDATION_RESULT), Cases.approval("l-1-9", 40));
    context.advance(600);

    assertThat(context.sent()).isEmpty();
    assertThat(context.failures()).isEmpty();
  }
}
