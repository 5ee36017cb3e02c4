package mycelial.colony;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import mycelial.agent.Agent;
import mycelial.agent.AgentIdentity;
import mycelial.agent.analyst.TechnicalAnalysisAgent;
import mycelial.colony.ColonyKit.Outcome;
import mycelial.ledger.IdeaRecord;
import mycelial.market.Pair;
import mycelial.market.SignalSource;
import mycelial.message.BuildNotice;
import mycelial.message.BuildNotice.Kind;
import mycelial.message.Channel;
import mycelial.message.Envelope;
import mycelial.message.Topic;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Analysts come and go while a colony runs. */
final class ChangingRosterTest {
  /** A whole day, so that analysts can fall idle within it. */
  private static final Tape DAY = Tape.sample(0, 24);

  private static final List<Envelope> SAID = new ArrayList<>();
  private static final List<Agent> AGENTS = new ArrayList<>();
  private static final List<String> AT_THE_END = new ArrayList<>();
  private static @Nullable Outcome played;

  /** Only bootstrap analysts at first, little patience, and room for one more. */
  private static ColonyKit kit() {
    return ColonyKit.on(DAY)
        .with("analysts.pairs", "[]")
        .with("analysts.maximum", "5")
        .with("builder.idle-hours", "1")
        .with("builder.cooldown-minutes", "30")
        .bus((channels, onMail) -> new TamperedBus(ChangingRosterTest::note));
  }

  private static List<Envelope> note(List<Envelope> delivered) {
    SAID.addAll(delivered);
    return delivered;
  }

  /** Plays the day, unless that is what has been played last. */
  private static Outcome run() {
    Outcome outcome = played;
    if (outcome == null) {
      ColonyKit kit = kit();
      outcome = play(kit, kit.colony());
      played = outcome;
    }
    return outcome;
  }

  private static Outcome play(ColonyKit kit, Colony colony) {
    played = null;
    SAID.clear();
    return kit.play(colony, ChangingRosterTest::look);
  }

  private static void look(Colony colony, long instants) {
    AGENTS.clear();
    AGENTS.addAll(colony.roster().agents());
    AT_THE_END.clear();
    colony.roster().analysts().forEach(analyst -> AT_THE_END.add(analyst.pair().name()));
  }

  private static List<BuildNotice> notices(Kind kind) {
    return SAID.stream()
        .map(Envelope::body)
        .filter(BuildNotice.class::isInstance)
        .map(BuildNotice.class::cast)
        .filter(notice -> notice.kind() == kind)
        .toList();
  }

  private static List<TechnicalAnalysisAgent> analysts() {
    return AGENTS.stream()
        .filter(TechnicalAnalysisAgent.class::isInstance)
        .map(TechnicalAnalysisAgent.class::cast)
        .toList();
  }

  @Test
  void deploysOnConsensusAndRetiresTheIdle() {
    Outcome outcome = run();

    assertThat(outcome.counters().failures()).isZero();
    assertThat(notices(Kind.DEPLOYED)).hasSizeGreaterThan(4);
    assertThat(notices(Kind.RETIRED)).isNotEmpty();
    assertThat(analysts()).hasSize(notices(Kind.DEPLOYED).size());
    assertThat(analysts().stream().filter(Agent::isRetired)).hasSize(notices(Kind.RETIRED).size());
    assertThat(AT_THE_END)
        .startsWith("XXBTZUSD", "XETHZUSD")
        .doesNotHaveDuplicates()
        .hasSize(notices(Kind.DEPLOYED).size() - notices(Kind.RETIRED).size());
  }

  @Test
  void newAgentsGetTheNextIdAndAPlaceAndANameThatNobodyHad() {
    run();

    List<AgentIdentity> identities = AGENTS.stream().map(Agent::identity).toList();
    assertThat(identities)
        .extracting(AgentIdentity::id)
        .containsExactlyElementsOf(IntStream.rangeClosed(1, AGENTS.size()).boxed().toList());
    assertThat(identities).extracting(AgentIdentity::name).doesNotHaveDuplicates();
    assertThat(identities).extracting(AgentIdentity::ordering).doesNotHaveDuplicates();
    assertThat(analysts().stream().map(Agent::toString).filter(name -> name.endsWith("-2")))
        .as("a pair that was given a second analyst")
        .isNotEmpty();
  }

  @Test
  void aNewAnalystSpeaksAndARetiredOneIsSilent() {
    Outcome outcome = run();

    Map<Integer, Double> begin = new TreeMap<>();
    Map<Integer, Double> end = new TreeMap<>();
    Map<Pair, List<Double>> changes = new TreeMap<>();
    SAID.forEach(envelope -> {
      if (envelope.body() instanceof BuildNotice notice
          && (notice.kind() == Kind.DEPLOYED || notice.kind() == Kind.RETIRED)) {
        changes.computeIfAbsent(notice.pair(), _ -> new ArrayList<>()).add(envelope.timestamp());
      }
    });
    for (TechnicalAnalysisAgent analyst : analysts()) {
      List<Double> times = changes.getOrDefault(analyst.pair(), List.of());
      begin.put(analyst.identity().id(), times.removeFirst());
      end.put(
          analyst.identity().id(),
          analyst.isRetired() ? times.removeFirst() : Double.POSITIVE_INFINITY);
    }
    List<IdeaRecord> ideas = outcome.stored().ideas(SignalSource.BASELINE);
    assertThat(ideas).extracting(IdeaRecord::ideaId).doesNotHaveDuplicates();
    assertThat(ideas.stream().map(idea -> author(idea.ideaId())).distinct().count())
        .isGreaterThan(4);
    assertThat(ideas)
        .allSatisfy(idea -> {
          int author = author(idea.ideaId());
          assertThat(idea.time()).isBetween(begin.get(author), end.get(author));
        });
  }

  private static int author(String ideaId) {
    return Integer.parseInt(ideaId.split("-", -1)[2]);
  }

  @Test
  void aRetiredAnalystStaysInTheTotals() {
    run();

    assertThat(analysts().stream().filter(Agent::isRetired))
        .isNotEmpty()
        .allSatisfy(analyst -> assertThat(analyst.steps()).isPositive());
  }

  @Test
  void beginsWithTheBootstrapAnalystsWhenItIsStartedAgain() {
    ColonyKit kit = kit();
    Colony colony = kit.colony();
    String first = play(kit, colony).digest();
    List<String> names = AGENTS.stream().map(Agent::toString).toList();
    String again = play(kit, colony).digest();

    assertThat(again).isEqualTo(first);
    assertThat(AGENTS.stream().map(Agent::toString)).containsExactlyElementsOf(names);

    colony.start();
    try {
      assertThat(colony.roster().analysts()).hasSize(2);
    } finally {
      colony.finish();
    }
  }

  @Test
  void anInstigatorsRequestIsAnswered() {
    Pair doge = new Pair("DOGEUSD");
    int[] rounds = {0};
    played = null;
    SAID.clear();
    kit()
        .bus((channels, onMail) ->
            new TamperedBus(delivered -> {
              List<Envelope> more = new ArrayList<>(note(delivered));
              if (++rounds[0] == 20) {
                more.add(
                    new Envelope(
                        delivered.getFirst().source(),
                        1_000_000,
                        delivered.getFirst().timestamp(),
                        Channel.of(Topic.SYSTEM_BUILD_REQUEST),
                        new BuildNotice(Kind.REQUEST, "i1-1", doge, "a test asks")));
              }
              return more;
            }))
        .run(ChangingRosterTest::look);

    assertThat(notices(Kind.DEPLOYED))
        .contains(new BuildNotice(Kind.DEPLOYED, "i1-1", doge, "asked for"));
    assertThat(analysts()).extracting(TechnicalAnalysisAgent::pair).contains(doge);
  }
}
