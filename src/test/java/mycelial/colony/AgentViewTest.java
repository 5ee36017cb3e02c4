package mycelial.colony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import mycelial.agent.Agent;
import mycelial.market.SignalSource;
import mycelial.message.Role;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What agents tell of themselves in the middle of a session that trades. */
final class AgentViewTest {
  private static final List<Map<String, Object>> SEEN = new ArrayList<>();
  private static final List<Standing> STANDINGS = new ArrayList<>();

  /** The digest with all that looking. */
  private static String digest = "";

  @BeforeAll
  static void play() {
    digest =
        Fixtures.sample()
            .run((colony, instants) -> {
              if (instants % 200 == 0) {
                SEEN.clear();
                colony.roster().agents().forEach(agent -> SEEN.add(values(agent, colony)));
                STANDINGS.add(Standing.of(colony));
              }
            })
            .digest();
  }

  private static Map<String, Object> values(Agent agent, Colony colony) {
    Map<String, Object> values = new TreeMap<>();
    for (AgentView.Property property :
        AgentView.of(agent, () -> colony.counters().now()).properties()) {
      assertThat(property.meaning()).as(property.name()).isNotBlank();
      values.merge(property.name(), property.value().get(), (first, second) -> first);
    }
    return values;
  }

  private static Map<String, Object> busiest(Role role) {
    return SEEN.stream()
        .filter(values -> Objects.requireNonNull(values.get("Role")).equals(role.typeName()))
        .max((one, other) -> Long.compare((long) Objects.requireNonNull(one.get("Sent")), (long) Objects.requireNonNull(other.get("Sent"))))
        .orElseThrow();
  }

  @Test
  void everyAgentTellsWhoItIsAndWhatItHasDone() {
    assertThat(SEEN).hasSizeGreaterThan(20);
    assertThat(SEEN)
        .allSatisfy(values -> {
          assertThat(values)
              .containsKeys("Id", "Name", "Layer", "Reaction", "Watches", "Quarantined");
          assertThat(values.values()).doesNotContainNull();
        });
    assertThat(Objects.requireNonNull(busiest(Role.DATA_MINER).get("Last price")))
        .asInstanceOf(InstanceOfAssertFactories.DOUBLE)
        .isPositive();
  }

  @Test
  void aLearnerTellsItsBestRuleInWords() {
    Map<String, Object> learner = busiest(Role.PATTERN_LEARNER);

    assertThat(Objects.requireNonNull(learner.get("Best rule")).toString()).matches("(BUY|SELL) \\w+ for \\d+ min");
    assertThat(Objects.requireNonNull(learner.get("when")).toString()).contains(" quantile");
    assertThat(Objects.requireNonNull(learner.get("Its evidence")).toString()).contains(" outcomes, mean ");
    assertThat((long) Objects.requireNonNull(learner.get("Evaluations"))).isPositive();
    assertThat((int) Objects.requireNonNull(learner.get("Licensed"))).isBetween(1, (int) Objects.requireNonNull(learner.get("Rules")));
  }

  @Test
  void theTraderTellsItsLedgersAndTheGuardianTheSameAccount() {
    Map<String, Object> trader = busiest(Role.TRADER);
    Map<String, Object> guardian = busiest(Role.RISK_MANAGER);

    for (String stream : List.of("Baseline", "Mycelial", "Synthesized", "Account")) {
      assertThat((double) Objects.requireNonNull(trader.get(stream + " equity")))
          .isEqualTo(10_000 + (double) Objects.requireNonNull(trader.get(stream + " P&L")), within(0.011));
    }
    assertThat((long) Objects.requireNonNull(trader.get("Collisions"))).isPositive();
    assertThat((double) Objects.requireNonNull(guardian.get("Account equity")))
        .isEqualTo((double) Objects.requireNonNull(trader.get("Account equity")), within(20.0));
  }

  @Test
  void analystsAndInstigatorsTellTheirLastWord() {
    assertThat(Objects.requireNonNull(busiest(Role.TECHNICAL_ANALYST).get("Last idea")).toString()).contains(" for ");
    assertThat(Objects.requireNonNull(busiest(Role.INSTIGATOR).get("Last agreement")).toString())
        .contains("learners with different evidence agree");
  }

  @Test
  void lookingChangesNothing() {
    assertThat(Fixtures.sample().run().digest()).isEqualTo(digest);
  }

  @Test
  void theStandingSaysWhetherTradingHasBegunAndHowTheStreamsStand() {
    assertThat(STANDINGS.getFirst().trading()).isFalse();
    assertThat(STANDINGS.getLast().trading()).isTrue();
    assertThat(STANDINGS.getLast().profits()).containsOnlyKeys(SignalSource.values());
    assertThat(STANDINGS.getLast().profits().get(SignalSource.BASELINE)).isNotZero();
  }
}
