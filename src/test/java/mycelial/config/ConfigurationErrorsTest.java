package mycelial.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationErrorsTest {
  @TempDir Path folder = Path.of("");

  private List<String> problems(String yaml) {
    return problems(yaml, Map.of(), Map.of());
  }

  private List<String> problems(
      String yaml, Map<String, String> environment, Map<String, String> overrides) {
    return problems(yaml.getBytes(StandardCharsets.UTF_8), environment, overrides);
  }

  private List<String> problems(
      byte[] content, Map<String, String> environment, Map<String, String> overrides) {
    Path file = folder.resolve("c.yaml");
    try {
      Files.write(file, content);
    } catch (IOException bad) {
      throw new UncheckedIOException(bad);
    }
    return refusal(file, environment, overrides).stream()
        .map(problem -> problem.replace(file.toString(), "c.yaml"))
        .toList();
  }

  private static List<String> refusal(
      Path file, Map<String, String> environment, Map<String, String> overrides) {
    var thrown =
        catchThrowableOfType(
            ConfigurationException.class,
            () -> ConfigurationLoader.load(file, environment, overrides));
    assertThat(thrown).as("a refusal").isNotNull();
    assertThat(thrown.getMessage()).isEqualTo(String.join("\n", thrown.problems()));
    return thrown.problems();
  }

  /** One line of YAML under a section, and what is said about it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
"""
trading | size-percent: 150 | trading.size-percent: 150 is not between 0.1 and 100
trading | size-percent: .nan | trading.size-percent: .nan is not a number from 0.1 to 100
trading | size-percent: NaN | trading.size-percent: NaN is not a number from 0.1 to 100
trading | size-percent: 1e3 | trading.size-percent: 1e3 is not a number from 0.1 to 100
trading | size-percent: [5] | trading.size-percent: a list is not a number from 0.1 to 100
trading | size-percent: | trading.size-percent: an empty value is not a number from 0.1 to 100
trading | window-millis: 2.5 | trading.window-millis: 2.5 is not a whole number from 1 to 60000
trading | window-millis: five | trading.window-millis: five is not a whole number from 1 to 60000
trading | window-millis: 0 | trading.window-millis: 0 is not between 1 and 60000
trading | window-millis: 9999999999999999999 | trading.window-millis: 9999999999999999999 is not between 1 and 60000
trading | near-miss-millis: 4999 | trading.near-miss-millis: 4999 is less than trading.window-millis, 5000
trading | allow-short: yes | trading.allow-short: yes is not true or false
trading | evidence: sure | trading.evidence: sure is not one of exploratory, proven
trading | opposite-exit: {} | trading.opposite-exit: a table is not one of either, both, same-stream
trading | size-procent: 5 | trading.size-procent: unknown key; the nearest is trading.size-percent
trading | rsi-oversold: 5 | trading.rsi-oversold: unknown key; the nearest is analysts.rsi-oversold
council | colour: red | council.colour: unknown key; known here: instigators, quorum, window-millis, force-share-minutes, researchers, research-quorum
council | research-quorum: 4 | council.research-quorum: 4 is more than the 3 researchers
council | ? [a] : b | a key must be a plain name
council | quorum: 101 | council.quorum: 101 is not between 1 and 100
memory | lower-share: 0.95 | memory.lower-share: 0.95 is not below memory.refuse-share, 0.9
memory | neighbours: 5 | memory.minimum-recalled: 6 is more than memory.neighbours, 5, can weigh: memory would never speak up
reactions | analyst: 0.3 | reactions.analyst: 0.3 is not a multiple of 1/64 second; the nearest is 0.296875
reactions | learner-maximum: 2.1 | reactions.learner-maximum: 2.1 is not a multiple of 1/4 second; the nearest is 2
reactions | learner-minimum: 4 | reactions.learner-minimum: 4 is more than reactions.learner-maximum, 3
reactions | miner: 0 | reactions.miner: 0 is not between 0.015625 and 60
analysts | bootstrap: [XXBTZUSD, XYZUSD] | analysts.bootstrap: XYZUSD is not among pairs; the nearest is XTZUSD
analysts | bootstrap: [XXBTZUSD, xxbtzusd] | analysts.bootstrap: XXBTZUSD is listed twice
analysts | bootstrap: [XXBTZUSD, BTC/USD] | analysts.bootstrap: BTC/USD is another name of XXBTZUSD, which is listed already
analysts | bootstrap: {XXBTZUSD: 1} | analysts.bootstrap: a table is not a list of names
analysts | pairs: [XXBTZUSD] | analysts.pairs: [XXBTZUSD] already in analysts.bootstrap; name each pair once
analysts | maximum: 1 | analysts.maximum: 1 is less than the 2 analysts of bootstrap and pairs together
analysts | rsi-oversold: 70 | analysts.rsi-oversold: 70 is not below analysts.rsi-overbought, 70
analysts | strategy-type: hft | analysts.horizon-minutes: 60 is more than the 5 minutes that strategy type hft may hold a position
costs | taker-tiers: {0: 0.4, 0: 0.3} | costs.taker-tiers: 0 is given twice; keep one
costs | taker-tiers: {100: 0.4} | costs.taker-tiers: the first tier must start at volume 0
costs | taker-tiers: {0: 0.4, 500: 0.3, 100: 0.2} | costs.taker-tiers: volumes must ascend, but 100 follows 500
costs | taker-tiers: {0: 11} | costs.taker-tiers: 0: 11 is not between 0 and 10
costs | taker-tiers: {low: 1} | costs.taker-tiers: LOW is not a 30-day volume in USD
costs | taker-tiers: {} | costs.taker-tiers: at least one tier is needed, from volume 0
costs | half-spread-percent: 5 | costs.half-spread-percent: 5 is not a table of 'name: number'
costs | half-spread-percent: {XXBTZUDS: 1} | costs.half-spread-percent: XXBTZUDS is not among pairs; the nearest is XXBTZUSD
risk | on-halt: stop | risk.on-halt: stop is not one of keep, flatten
""")
  void refusesAValue(String section, String line, String problem) {
    String yaml = "# one\n" + section + ":\n  " + line + "\n";
    assertThat(problems(yaml)).containsExactly("c.yaml:3: " + problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
"""
sede: 1 | c.yaml:1: sede: unknown key; the nearest is seed
seed: 1.5 | c.yaml:1: seed: 1.5 is not a whole number from -9223372036854775808 to 9223372036854775807
trading: 5 | c.yaml:1: trading: 5 stands where keys and values of this section are expected
pairs: {} | c.yaml:1: pairs: at least one pair is needed
pairs: {XXBTZUSD: {price-decimals: 13}} | c.yaml:1: pairs.XXBTZUSD.price-decimals: 13 is not between 0 and 12
pairs: {XXBTZUSD: {aliases: [ETHUSD]}, XETHZUSD: {}} | c.yaml:1: pairs.XETHZUSD.aliases: ETHUSD already means XXBTZUSD
pairs: {XXBTZUSD: {aliases: [XETHZUSD]}, XETHZUSD: {}} | c.yaml:1: pairs.XXBTZUSD.aliases: XETHZUSD already means XETHZUSD
pairs: {btc: {}} | c.yaml:1: pairs.btc: a pair's name is 3 to 20 of A-Z, 0-9 and '/'
seed: [1 | "c.yaml:2: is not valid YAML: expected ',' or ']', but got <stream end>"
- seed | c.yaml: must hold keys and values, such as 'seed: 42'
just text | c.yaml: must hold keys and values, such as 'seed: 42'
""")
  void refusesAFile(String yaml, String problem) {
    assertThat(problems(yaml + "\n")).containsExactly(problem);
  }

  @Test
  void tellsEverythingAtOnceInTheOrderOfThePlaces() {
    String yaml =
        """
        seed: x
        trading:
          capital: 0
          size-percent: 5
          size-percent: 6
        risk: {max-drawdown-percent: 200, on-halt: run}
        trading: {}
        """;
    assertThat(problems(yaml, Map.of("MYCELIAL_SESSION_HOURS", "0"), Map.of("seed", "y", "x", "")))
        .containsExactly(
            "c.yaml:3: trading.capital: 0 is not between 1 and 1000000000",
            "c.yaml:5: trading.size-percent: given twice (first in line 4); keep one",
            "c.yaml:6: risk.max-drawdown-percent: 200 is not between 0.1 and 100",
            "c.yaml:6: risk.on-halt: run is not one of keep, flatten",
            "c.yaml:7: trading: given twice (first in line 2); keep one",
            "MYCELIAL_SESSION_HOURS: session.hours: 0 is not between 1 and 8784",
            "--seed: seed: y is not a whole number from -9223372036854775808 to"
                + " 9223372036854775807",
            "--x: unknown key; 'config show' lists the known ones");
  }

  @Test
  void namesTheLineOfAnItemInsideAList() {
    assertThat(problems("analysts:\n  bootstrap:\n    - XXBTZUSD\n    - [a]\n"))
        .containsExactly("c.yaml:4: analysts.bootstrap: a list is not a name");
  }

  @Test
  void refusesAnUnknownVariableAndNamesTheNearest() {
    assertThat(problems("seed: 1", Map.of("MYCELIAL_TRADING_SIZE_PERCENTS", "5"), Map.of()))
        .containsExactly(
            "MYCELIAL_TRADING_SIZE_PERCENTS: unknown variable; the nearest is"
                + " MYCELIAL_TRADING_SIZE_PERCENT");
  }

  @Test
  void refusesAnUnknownOverrideAndNamesTheNearest() {
    assertThat(problems("seed: 1", Map.of(), Map.of("trading.evidense", "proven")))
        .containsExactly("--set trading.evidense: unknown key; the nearest is trading.evidence");
  }

  @Test
  void wantsTheStepsOfAPairThatTheProgramDoesNotKnow() {
    assertThat(problems("pairs:\n  XXBTZUSD: {}\n  NEWUSD:\n    order-minimum: 1\n"))
        .containsExactly(
            "c.yaml:4: pairs.NEWUSD.price-decimals: missing; a pair that the program does not know"
                + " needs it");
  }

  @Test
  void takesDefaultsOnlyForPairsThatAreThere() throws IOException {
    Path file = Files.writeString(folder.resolve("c.yaml"), "pairs: {XXBTZUSD: {}, SOLUSD: {}}");
    var analysts = ConfigurationLoader.load(file, Map.of()).analysts();
    assertThat(analysts.bootstrap()).hasToString("[XXBTZUSD]");
    assertThat(analysts.pairs()).isEmpty();
  }

  @Test
  void refusesAQuorumThatTheLearnersCannotReach() {
    assertThat(
            problems(
                "learners: {finance: 2, code: 0, logistics: 0, government: 0, corporations: 0}\n"
                    + "council: {quorum: 3}"))
        .containsExactly("c.yaml:2: council.quorum: 3 is more than the 2 learners");
  }

  @Test
  void refusesAnEmptyFileAFolderAMissingFileAndOneThatIsNotText() {
    assertThat(problems("# nothing\n"))
        .containsExactly("c.yaml: is empty; copy the shipped config/agent_config.yaml");
    assertThat(refusal(folder, Map.of(), Map.of()))
        .containsExactly(folder + ": is a directory; a configuration file was expected");
    Path missing = folder.resolve("missing.yaml");
    assertThat(refusal(missing, Map.of(), Map.of()))
        .containsExactly(missing + ": there is no such file; name one with --config FILE");
    assertThat(problems(new byte[] {(byte) 0xC3, '('}, Map.of(), Map.of()))
        .containsExactly("c.yaml: is not UTF-8 text");
    assertThat(problems("seed: \u0000", Map.of(), Map.of()))
        .singleElement()
        .asString()
        .startsWith("c.yaml: is not valid YAML: ");
  }

  @Test
  void survivesAFileThatExpandsItself() {
    String bomb = "seed: &a [x, x]\ntrading: &b [*a, *a]\nrisk: &c {on-halt: *c}\n";
    assertThat(problems(bomb)).hasSize(3);
  }

  @Test
  void readsAFileWithAByteOrderMark() throws IOException {
    Path file = Files.writeString(folder.resolve("c.yaml"), "\uFEFFseed: 5\r\n");
    assertThat(ConfigurationLoader.load(file, Map.of()).seed()).isEqualTo(5);
  }

  @Test
  void shortensLongValuesAndShowsNoControlCharacters() {
    assertThat(problems("seed: \"" + "\\e".repeat(100) + "\""))
        .containsExactly(
            "c.yaml:1: seed: "
                + "?".repeat(60)
                + "... is not a whole number from -9223372036854775808 to 9223372036854775807");
  }
}
