package mycelial.colony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import mycelial.agent.Agent;
import mycelial.market.SignalSource;
import mycelial.message.Role;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What agents tell of themselves in the middle of a session that trades. */
final class AgentViewTest {
  /** What one agent told. */
  private record Told(Map<String, Object> values) {
    String text(String name) {
      return Objects.requireNonNull(values.get(name), name).toString();
    }

    double number(String name) {
      return Double.parseDouble(text(name));
    }
  }

  private static final List<Told> SEEN = new ArrayList<>();
  private static final Map<String, Long> ROWS = new TreeMap<>();
  private static final List<Census> COUNTS = new ArrayList<>();
  private static final List<Standing> STANDINGS = new ArrayList<>();

  /** The digest with all that looking. */
  private static String digest = "";

  @BeforeAll
  static void play() {
    ROWS.clear();
    digest =
        Fixtures.sample()
            .run((colony, instants) -> {
              if (instants % 200 == 0) {
                SEEN.clear();
                colony.roster().agents().forEach(agent -> SEEN.add(values(agent, colony)));
                COUNTS.add(Census.of(colony));
                STANDINGS.add(Standing.of(colony));
              }
            })
            .digest();
  }

  private static Told values(Agent agent, Colony colony) {
    AgentView seen = AgentView.of(agent, () -> colony.counters().now(), colony.roster().trader());
    for (AgentView.Sheet sheet : seen.sheets()) {
      List<List<String>> rows = sheet.rows().get();
      assertThat(rows).as(sheet.title()).allMatch(row -> row.size() == sheet.columns().size());
      ROWS.merge(sheet.title(), (long) rows.size(), Math::max);
    }
    Map<String, Object> values = new TreeMap<>();
    for (AgentView.Property property : seen.properties()) {
      assertThat(property.meaning()).as(property.name()).isNotBlank();
      values.merge(property.name(), property.value().get(), (first, second) -> first);
    }
    return new Told(values);
  }

  private static Told busiest(Role role) {
    return SEEN.stream()
        .filter(told -> told.text("Role").equals(role.typeName()))
        .max(Comparator.comparingDouble(told -> told.number("Sent")))
        .orElseThrow();
  }

  @Test
  void everyAgentTellsWhoItIsAndWhatItHasDone() {
    assertThat(SEEN)
        .hasSizeGreaterThan(20)
        .allSatisfy(told -> {
          assertThat(told.values())
              .containsKeys("Id", "Name", "Layer", "Reaction", "Watches", "Quarantined");
          assertThat(told.values().values()).doesNotContainNull();
        });
    assertThat(busiest(Role.DATA_MINER).number("Last price")).isPositive();
  }

  @Test
  void aLearnerTellsItsBestRuleInWords() {
    Told learner = busiest(Role.PATTERN_LEARNER);

    assertThat(learner.text("Best rule")).matches("(BUY|SELL) \\w+ for \\d+ min");
    assertThat(learner.text("when")).contains(" quantile");
    assertThat(learner.text("Its evidence")).contains(" outcomes, mean ");
    assertThat(learner.number("Evaluations")).isPositive();
    assertThat(learner.number("Licensed")).isBetween(1.0, learner.number("Rules"));
  }

  @Test
  void theTraderTellsItsLedgersAndTheGuardianTheSameAccount() {
    Told trader = busiest(Role.TRADER);
    Told guardian = busiest(Role.RISK_MANAGER);

    for (String stream : List.of("Baseline", "Mycelial", "Synthesized", "Account")) {
      assertThat(trader.number(stream + " equity"))
          .isEqualTo(10_000 + trader.number(stream + " P&L"), within(0.011));
    }
    assertThat(trader.number("Collisions")).isPositive();
    assertThat(guardian.number("Account equity"))
        .isEqualTo(trader.number("Account equity"), within(20.0));
  }

  @Test
  void analystsAndInstigatorsTellTheirLastWord() {
    assertThat(busiest(Role.TECHNICAL_ANALYST).text("Last idea")).contains(" for ");
    assertThat(busiest(Role.INSTIGATOR).text("Last agreement"))
        .contains("learners with different evidence agree");
  }

  @Test
  void tablesTellRulesIdeasPositionsAndWhatBecameOfThem() {
    assertThat(ROWS)
        .containsKeys(
            "Rules, the most valuable first",
            "Ideas that it stated for those who agreed, and what became of them",
            "Newest ideas, and what became of them",
            "Why rules that fired brought no vote",
            "Open positions",
            "What ledgers did with ideas and collisions");
    assertThat(ROWS.values()).filteredOn(rows -> rows > 0).hasSizeGreaterThanOrEqualTo(5);
  }

  @Test
  void theCensusCountsIdeasAndPatterns() {
    Census last = COUNTS.getLast();
    Told trader = busiest(Role.TRADER);

    assertThat(last.trading()).isTrue();
    assertThat(last.collisions()).isEqualTo((long) trader.number("Collisions")).isPositive();
    assertThat(last.ideas().get(SignalSource.BASELINE)).isPositive();
    assertThat(last.alive()).isGreaterThan(last.licensed());
    assertThat(last.licensed()).isPositive();
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
