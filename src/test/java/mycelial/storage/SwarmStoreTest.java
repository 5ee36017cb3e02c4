package mycelial.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import mycelial.analysis.BettingEvidence;
import mycelial.learning.EvidenceState;
import mycelial.learning.LearnerState;
import mycelial.learning.LicenceState;
import mycelial.learning.Rule;
import mycelial.learning.RuleState;
import mycelial.learning.SwarmState;
import mycelial.market.Condition;
import mycelial.market.Condition.Comparison;
import mycelial.market.Feature;
import mycelial.market.Moat;
import mycelial.market.Pair;
import mycelial.market.Side;
import mycelial.memory.MemorySnapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SwarmStoreTest {
  private static final Pair BITCOIN = new Pair("XXBTZUSD");
  private static final SessionInfo SESSION =
      new SessionInfo("train-1", "train", 1, "SYNTHETIC", "f", "candles", "test");

  @TempDir Path folder = Path.of("");

  /** Rules whose numbers have all their bits set by chance. */
  private static SwarmSnapshot random(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<RuleState> rules = new ArrayList<>();
    for (int i = 1; i <= 50; i++) {
      Rule rule =
          new Rule(
              "r7-" + i,
              BITCOIN,
              Side.BUY,
              30,
              List.of(
                  new Condition(BITCOIN, Feature.RSI, Comparison.ABOVE, 0.9),
                  new Condition(BITCOIN, Feature.VOLUME_Z, Comparison.BELOW, 0.1)),
              i,
              i % 2 == 0 ? null : "r9-1");
      EvidenceState evidence =
          new EvidenceState(
              i,
              random.nextDouble() - 0.5,
              StrictMath.scalb(random.nextDouble(), -random.nextInt(1000)),
              random.nextDouble() / 3,
              1.7e9 + random.nextDouble(),
              List.of(0.0, -random.nextDouble(), 1.5, 2.0));
      rules.add(
          new RuleState(
              rule,
              random.nextDouble() * 1e9,
              random.nextInt(),
              1 + i,
              i % 3 == 0 ? null : evidence,
              i % 5 == 0
                  ? new LicenceState("c-" + i, random.nextDouble(), i, 9)
                  : LicenceState.NONE,
              random.nextBoolean()));
    }
    LearnerState learner =
        new LearnerState("learner-finance-01", Moat.FINANCE, List.of(BITCOIN), 99, 3, 2, rules);
    return new SwarmSnapshot(new SwarmState(1, 60, 600, List.of(learner)), MemorySnapshot.EMPTY);
  }

  @Test
  void everyNumberComesBackToTheLastBit() {
    SwarmStore store = new SwarmStore(folder);
    for (long seed = 1; seed <= 20; seed++) {
      SwarmSnapshot swarm = random(seed);
      String id = store.save(swarm, SESSION, null);

      assertThat(store.load(id)).isEqualTo(swarm);
      assertThat(store.save(store.load(id), SESSION, null)).isEqualTo(id);
    }
  }

  @Test
  void anEProcessGoesOnFromAStoreAsIfItHadNeverStopped() {
    SplittableRandom random = new SplittableRandom(17);
    BettingEvidence lived = new BettingEvidence();
    for (int i = 0; i < 500; i++) {
      lived.add(Math.clamp(0.05 + 0.5 * random.nextGaussian(), -1.0, 1.0));
    }
    SwarmStore store = new SwarmStore(folder);
    BettingEvidence kept = new BettingEvidence(stored(store, lived.state()));

    assertThat(bits(kept)).isEqualTo(bits(lived));
    assertThat(lived.logValue()).isNotZero();
    for (int i = 0; i < 100; i++) {
      double outcome = 2 * random.nextDouble() - 1;
      lived.add(outcome);
      kept.add(outcome);
      assertThat(Double.doubleToRawLongBits(kept.logValue()))
          .isEqualTo(Double.doubleToRawLongBits(lived.logValue()));
    }
    assertThat(bits(kept)).isEqualTo(bits(lived));
  }

  private static List<Long> bits(BettingEvidence evidence) {
    return evidence.state().stream().map(Double::doubleToRawLongBits).toList();
  }

  /** The state of an e-process after it has been saved with a rule, and loaded. */
  private static List<Double> stored(SwarmStore store, List<Double> state) {
    LearnerState some = random(1).swarm().learners().getFirst();
    RuleState rule = some.rules().getFirst();
    RuleState proving =
        new RuleState(
            rule.rule(),
            rule.fittedFrom(),
            rule.birth(),
            rule.trial(),
            new EvidenceState(500, 0.002, 0.1, 0.001, 1.7e9, state),
            rule.licence(),
            false);
    LearnerState learner =
        new LearnerState(some.name(), some.moat(), some.watchList(), 99, 3, 2, List.of(proving));
    SwarmSnapshot saved =
        new SwarmSnapshot(new SwarmState(1, 60, 600, List.of(learner)), MemorySnapshot.EMPTY);
    SwarmSnapshot loaded = store.load(store.save(saved, SESSION, null));
    RuleState known = loaded.swarm().learners().getFirst().rules().getFirst();
    return Objects.requireNonNull(known.evidence()).logWealth();
  }

  @Test
  void isNamedByItsContent() {
    SwarmStore store = new SwarmStore(folder);

    String id = store.save(random(1), SESSION, null);

    assertThat(id).matches("[0-9a-f]{64}");
    assertThat(new SwarmStore(folder.resolve("other")).save(random(1), SESSION, id)).isEqualTo(id);
    assertThat(store.save(random(2), SESSION, null)).isNotEqualTo(id);
  }

  @Test
  void listsSavingsInTheirOrderWithTheNewestLast() {
    SwarmStore store = new SwarmStore(folder);
    assertThat(store.newest()).isEmpty();

    String first = store.save(random(1), SESSION, null);
    String second = store.save(random(2), SESSION, first);
    store.save(random(1), SESSION, second);

    assertThat(store.entries()).extracting(SwarmEntry::id).containsExactly(first, second, first);
    assertThat(store.entries().get(1).parent()).isEqualTo(first);
    assertThat(store.newest()).contains(first);
    assertThat(store.matching(second.substring(0, 10))).containsExactly(second);
    assertThat(store.matching("")).containsExactly(first, second);
  }

  @Test
  void refusesASwarmOfWhichAByteHasChanged() throws IOException {
    SwarmStore store = new SwarmStore(folder);
    String id = store.save(random(1), SESSION, null);
    String other = store.save(random(2), SESSION, null);
    Path swarms = folder.resolve("swarm");
    Files.copy(
        swarms.resolve(other + ".json.gz"),
        swarms.resolve(id + ".json.gz"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);

    assertThatThrownBy(() -> store.load(id))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining(id)
        .hasMessageContaining("another SHA-256")
        .hasMessageContaining("--swarm none");
  }

  @Test
  void refusesWhatIsNoSwarmAtAll() throws IOException {
    SwarmStore store = new SwarmStore(folder);
    String id = store.save(random(1), SESSION, null);
    Path file = folder.resolve("swarm").resolve(id + ".json.gz");
    for (byte[] content :
        List.of(
            new byte[0],
            "nonsense".getBytes(java.nio.charset.StandardCharsets.UTF_8),
            truncated(file))) {
      Files.write(file, content);

      assertThatThrownBy(() -> store.load(id)).isInstanceOf(StorageException.class);
    }
    Files.delete(file);
    assertThatThrownBy(() -> store.load(id)).isInstanceOf(StorageException.class);
  }

  private static byte[] truncated(Path file) throws IOException {
    byte[] all = Files.readAllBytes(file);
    return java.util.Arrays.copyOf(all, all.length / 2);
  }
}
