package mycelial.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import mycelial.market.EvidenceGrade;
import mycelial.market.Pair;
import org.junit.jupiter.api.Test;

class ConfigurationLoaderTest {
  private static final Path SHIPPED = Path.of("config/agent_config.yaml");

  private static Configuration shipped() {
    return ConfigurationLoader.load(SHIPPED, Map.of());
  }

  @Test
  void findsTheBuiltInDefaultsInTheShippedFile() {
    assertThat(shipped())
        .usingRecursiveComparison()
        .ignoringFields("entries")
        .isEqualTo(Configuration.defaults());
    assertThat(shipped().fingerprint()).isEqualTo(Configuration.defaults().fingerprint());
  }

  @Test
  void findsEverySettingInTheShippedFileInItsOrder() {
    List<Entry> entries = shipped().entries();
    assertThat(entries)
        .extracting(Entry::origin)
        .allMatch(origin -> origin.startsWith("config/agent_config.yaml:"));
    assertThat(entries)
        .extracting(entry -> Integer.parseInt(entry.origin().replaceAll(".*:", "")))
        .isSortedAccordingTo(Comparator.naturalOrder());
    assertThat(entries).extracting(Entry::key).doesNotHaveDuplicates().hasSize(18 * 5 + 144);
  }

  @Test
  void hasEighteenPairsAndAHundredLearners() {
    assertThat(shipped().pairs()).hasSize(18).startsWith(new Pair("XXBTZUSD"));
    assertThat(shipped().specs()).hasSize(18);
    assertThat(shipped().learners().total()).isEqualTo(100);
  }

  @Test
  void knowsThePairsByAllTheirNames() {
    var names = shipped().names();
    for (String name : List.of("XXBTZUSD", "XBTUSD", "BTC/USD")) {
      assertThat(names.resolve(name)).contains(new Pair("XXBTZUSD"));
    }
    assertThat(names.resolve("XDGUSD")).contains(new Pair("DOGEUSD"));
    assertThat(names.resolve("XXLMZUSD")).contains(new Pair("XLMUSD"));
    assertThat(names.resolve("POLUSD")).contains(new Pair("MATICUSD"));
    assertThat(names.resolve("AUSD")).contains(new Pair("EOSUSD"));
    assertThat(names.resolve("NOSUCH")).isEmpty();
  }

  @Test
  void givesEachPairItsHalfSpreadAsAFraction() {
    var configuration = shipped();
    assertThat(configuration.spec(new Pair("XXBTZUSD")).halfSpread())
        .isEqualByComparingTo("0.0002");
    assertThat(configuration.spec(new Pair("SOLUSD")).halfSpread()).isEqualByComparingTo("0.0005");
  }

  @Test
  void refusesToInventTheStepsOfAPairThatIsNotTraded() {
    assertThatThrownBy(() -> shipped().spec(new Pair("NOSUCH")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("NOSUCH is not a configured pair");
  }

  @Test
  void chargesKrakensTakerFees() {
    var tiers = shipped().costs().takerTiers();
    assertThat(tiers).hasSize(10);
    assertThat(tiers.getFirst().percent()).isEqualByComparingTo("0.4");
    assertThat(tiers.getLast().volume()).isEqualByComparingTo("10000000");
  }

  @Test
  void letsTheEnvironmentOverrideTheFileAndOptionsOverrideBoth() {
    var environment =
        Map.of("MYCELIAL_TRADING_SIZE_PERCENT", " 10 ", "MYCELIAL_SEED", "7", "HOME", "/nowhere");
    var overrides = Map.of("seed", "9", "trading.evidence", "PROVEN");

    var configuration = ConfigurationLoader.load(SHIPPED, environment, overrides);

    assertThat(configuration.trading().sizePercent()).isEqualByComparingTo("10");
    assertThat(configuration.seed()).isEqualTo(9);
    assertThat(configuration.trading().evidence()).isEqualTo(EvidenceGrade.PROVEN);
    assertThat(configuration.entries())
        .contains(
            new Entry("seed", "9", "option --seed"),
            new Entry(
                "trading.size-percent", "10", "environment variable MYCELIAL_TRADING_SIZE_PERCENT"),
            new Entry("trading.evidence", "proven", "option --set trading.evidence"));
  }

  @Test
  void takesListsAndTablesAsTextFromTheEnvironment() {
    var configuration =
        ConfigurationLoader.load(
            SHIPPED,
            Map.of(
                "MYCELIAL_ANALYSTS_PAIRS", "SOLUSD, DOGE/USD",
                "MYCELIAL_COSTS_TAKER_TIERS", "{0: 0.26, 50000: 0.2}",
                "MYCELIAL_PAIRS_SOLUSD_ORDER_MINIMUM", "0.5"));

    assertThat(configuration.analysts().pairs())
        .containsExactly(new Pair("SOLUSD"), new Pair("DOGEUSD"));
    assertThat(configuration.costs().takerTiers()).hasSize(2);
    assertThat(configuration.spec(new Pair("SOLUSD")).orderMinimum()).isEqualByComparingTo("0.5");
  }

  @Test
  void takesAnEmptyListFromTheEnvironment() {
    var environment = Map.of("MYCELIAL_ANALYSTS_PAIRS", "[]");
    assertThat(ConfigurationLoader.load(SHIPPED, environment).analysts().pairs()).isEmpty();
  }

  @Test
  void leavesTheLaunchersVariablesAlone() {
    var environment = Map.of("MYCELIAL_HOME", "/x", "MYCELIAL_JAVA_OPTS", "-Xmx1g");
    assertThat(ConfigurationLoader.load(SHIPPED, environment)).isEqualTo(shipped());
  }

  @Test
  void changesItsFingerprintWithAnyValueButNotWithItsOrigin() {
    String fingerprint = shipped().fingerprint();
    assertThat(fingerprint).matches("[0-9a-f]{64}");
    assertThat(fingerprintWith("trading.size-percent", "5.0")).isEqualTo(fingerprint);
    assertThat(fingerprintWith("trading.size-percent", "5.1")).isNotEqualTo(fingerprint);
    assertThat(fingerprintWith("seed", "43")).isNotEqualTo(fingerprint);
  }

  private static String fingerprintWith(String key, String value) {
    return ConfigurationLoader.load(SHIPPED, Map.of(), Map.of(key, value)).fingerprint();
  }
}
