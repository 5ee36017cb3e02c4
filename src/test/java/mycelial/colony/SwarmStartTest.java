package mycelial.colony;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import mycelial.learning.LearnerState;
import mycelial.learning.RuleState;
import mycelial.learning.SwarmState;
import mycelial.market.Moat;
import mycelial.market.Pair;
import mycelial.memory.MemorySnapshot;
import mycelial.storage.SessionInfo;
import mycelial.storage.SwarmSnapshot;
import mycelial.storage.SwarmStore;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a colony has learned goes over into the next one. */
final class SwarmStartTest {
  private static final SessionInfo SESSION =
      new SessionInfo("train-1", "train", 1, "SYNTHETIC", "f", "tape", "test");

  private static SwarmSnapshot learned =
      new SwarmSnapshot(new SwarmState(1, 0, 0, List.of()), MemorySnapshot.EMPTY);

  @TempDir Path folder = Path.of("");

  private static ColonyKit kit() {
    return ColonyKit.on(Fixtures.SAMPLE);
  }

  /** What the swarm knows just before the end of a session. */
  private static SwarmSnapshot swarmOf(ColonyKit kit) {
    AtomicReference<SwarmSnapshot> last = new AtomicReference<>();
    kit.run((colony, instants) -> last.set(instants % 500 == 0 ? colony.swarm() : last.get()));
    return last.get();
  }

  @BeforeAll
  static void learn() {
    learned = swarmOf(kit().seed(3));
  }

  private static List<RuleState> rules(SwarmSnapshot swarm) {
    return swarm.swarm().learners().stream().flatMap(known -> known.rules().stream()).toList();
  }

  @Test
  void aSwarmKnowsRulesWithEvidenceLineageAndLicences() {
    assertThat(rules(learned)).hasSizeGreaterThan(500);
    assertThat(rules(learned)).anyMatch(rule -> rule.licence().isInForce());
    assertThat(rules(learned)).anyMatch(rule -> rule.rule().parentId() != null);
    assertThat(rules(learned))
        .anyMatch(rule -> rule.evidence() != null && rule.evidence().outcomes() > 2);
    assertThat(learned.memory().trades()).isNotEmpty();
  }

  @Test
  void savedAndReadBackItIsTheSameToTheLastBit() {
    SwarmStore store = new SwarmStore(folder);
    String id = store.save(learned, SESSION, null);

    SwarmSnapshot back = store.load(id);

    assertThat(back).isEqualTo(learned);
    assertThat(store.save(back, SESSION, id)).isEqualTo(id);
  }

  @Test
  void theSameStartGivesTheSameSessionAndNoStartAnother() {
    String fresh = kit().run().digest();
    ColonyKit.Outcome once = kit().startingFrom(learned).run();
    ColonyKit.Outcome again = kit().startingFrom(learned).run();

    assertThat(once.digest()).isEqualTo(again.digest()).isNotEqualTo(fresh);
  }

  @Test
  void aLearnerTakesOverTheRulesThatBearItsName() {
    Colony colony = kit().startingFrom(learned).colony();
    colony.start();
    try {
      List<LearnerState> known = colony.swarm().swarm().learners();

      assertThat(known).hasSameSizeAs(learned.swarm().learners());
      for (int i = 0; i < known.size(); i++) {
        assertThat(known.get(i).rules()).startsWith(rulesOf(learned.swarm().learners().get(i)));
      }
      assertThat(colony.roster().memory().memory().snapshot()).isEqualTo(learned.memory());
    } finally {
      colony.finish();
    }
  }

  private static RuleState[] rulesOf(LearnerState learner) {
    return learner.rules().toArray(RuleState[]::new);
  }

  @Test
  void rulesOfBarsOfAnotherLengthStartWithoutEvidenceOrLicence() {
    SwarmState swarm = learned.swarm();
    SwarmSnapshot hourly =
        new SwarmSnapshot(
            new SwarmState(60, swarm.from(), swarm.to(), swarm.learners()), learned.memory());
    Colony colony = kit().startingFrom(hourly).colony();
    colony.start();
    try {
      List<RuleState> taken = rules(colony.swarm());

      assertThat(taken.getFirst().rule()).isEqualTo(rules(learned).getFirst().rule());
      assertThat(taken).noneMatch(rule -> rule.licence().isRenewal());
      assertThat(taken)
          .allMatch(rule -> rule.evidence() != null && rule.evidence().outcomes() == 0);
    } finally {
      colony.finish();
    }
  }

  @Test
  void aWatchListKeepsWhatTheMarketHasAndIsFilledUp() {
    List<Pair> traded = List.of(new Pair("AAA"), new Pair("BBB"), new Pair("CCC"));
    LearnerState known =
        new LearnerState(
            "learner", Moat.FINANCE, List.of(new Pair("CCC"), new Pair("XXX")), 1, 0, 0, List.of());

    List<Pair> watched = Inheritance.watchList(known, traded, 2, new SplittableRandom(1));

    assertThat(watched).hasSize(2).contains(new Pair("CCC")).isSubsetOf(traded);
  }
}
