package mycelial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is remembered after the replay of a day; its trades come from the analysts. */
class MemoryCommandTest {
  @TempDir static Path shared = Path.of("");

  private static String session = "";
  private static JsonNode result = MissingNode.getInstance();

  @BeforeAll
  static void replay() {
    Cli.day(shared.resolve("day"));
    List<String> arguments =
        Cli.small("replay", shared.resolve("day").toString(), "--json", "--data-dir", data());
    arguments.addAll(List.of("--set", "analysts.agreeing=1", "--warm-up-hours", "6"));
    arguments.addAll(List.of("--set", "learning.quantile-sample-bars=1"));
    result = Cli.run(new TreeMap<>(), arguments).json();
    session = result.at("/session").asText();
  }

  private static String data() {
    return shared.resolve("data").toString();
  }

  private static Cli.Outcome memory(String... arguments) {
    List<String> all = new ArrayList<>(List.of("memory"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--data-dir", data()));
    return Cli.run(Map.of(), all);
  }

  private static JsonNode stats() {
    return memory("stats", "--session", session, "--json").json();
  }

  /** Every remembered trade: what a search for the state of one finds, and that one. */
  private static JsonNode searched(String... more) {
    List<String> all = new ArrayList<>(List.of("search", "--session", session, "--json"));
    all.addAll(List.of(more));
    return memory(all.toArray(new String[0])).json();
  }

  @Test
  void statsCountsTheTradesThatTheReplayClosed() {
    JsonNode stats = stats();
    int trades =
        result.at("/streams/baseline/trades").asInt()
            + result.at("/streams/mycelial/trades").asInt();
    int wins =
        result.at("/streams/baseline/wins").asInt() + result.at("/streams/mycelial/wins").asInt();

    assertThat(trades).isGreaterThan(20);
    assertThat(stats.at("/collections/trading_patterns").asInt()).isEqualTo(wins);
    assertThat(stats.at("/collections/failed_patterns").asInt()).isEqualTo(trades - wins);
    assertThat(stats.at("/skipped/withoutRanks").asInt()).isZero();
    assertThat(stats.at("/collections/agent_knowledge").isNull()).isTrue();
    assertThat(stats.at("/sessions").asInt()).isEqualTo(1);
    assertThat(result.at("/memory/recorded").asInt()).isEqualTo(trades);
  }

  @Test
  void statsTellsFailuresByStreamAndPairAndHindsight() {
    JsonNode stats = stats();
    int failures = 0;
    int judged = 0;
    for (JsonNode pair : stats.at("/pairs")) {
      failures += pair.at("/failures").asInt();
      assertThat(pair.at("/share").asDouble())
          .isEqualTo(pair.at("/failures").asDouble() / pair.at("/trades").asDouble());
    }
    for (JsonNode group : stats.at("/hindsight")) {
      judged += group.at("/trades").asInt();
    }

    assertThat(failures).isEqualTo(stats.at("/collections/failed_patterns").asInt());
    assertThat(judged).isEqualTo(failures + stats.at("/collections/trading_patterns").asInt());
    assertThat(memory("stats", "--session", session).out())
        .contains("trading_patterns", "failed_patterns", "not in trades.db", "In hindsight");
  }

  @Test
  void searchFindsTheNearestFirstAndNotTheTradeItself() {
    JsonNode found = searched("--pair", "XBTUSD", "--at", "2025-01-01T18:00:00Z", "--k", "7");
    String itself = found.at("/query/trade").asText();

    assertThat(found.at("/query/pair").asText()).isEqualTo("XXBTZUSD");
    assertThat(found.at("/query/ranks").size()).isEqualTo(11);
    assertThat(found.at("/trades")).hasSize(7);
    assertThat(found.at("/trades"))
        .extracting(trade -> trade.at("/distance").asDouble())
        .isSorted();
    for (JsonNode trade : found.at("/trades")) {
      assertThat(trade.at("/trade").asText()).isNotEqualTo(itself);
      assertThat(trade.at("/session").asText()).isEqualTo(session);
      assertThat(trade.at("/result").asText())
          .isEqualTo(trade.at("/pnl").asDouble() > 0 ? "WIN" : "LOSS");
    }
    assertThat(found.at("/advice/verdict").asText()).isIn("KEEP", "LOWER", "REFUSE");
  }

  @Test
  void searchByTradeFindsWhatSearchByItsTimeFinds() {
    JsonNode byTime = searched("--pair", "XETHZUSD", "--at", "2025-01-01T20:00:00Z");
    String trade = byTime.at("/query/trade").asText();

    assertThat(searched("--trade", trade)).isEqualTo(byTime);
    assertThat(memory("search", "--session", session, "--trade", trade).out())
        .startsWith("BUY XETHZUSD in the state of " + trade)
        .contains(byTime.at("/trades/0/trade").asText(), "Memory of all this would say");
  }

  @Test
  void searchWithoutATimeTakesThePairsNewestEntry() {
    double newest = searched("--pair", "ETHUSD").at("/query/time").asDouble();

    assertThat(searched("--pair", "ETHUSD", "--at", "2030-01-01").at("/query/time").asDouble())
        .isEqualTo(newest);
  }

  @Test
  void searchForTheOtherDirectionFindsNothingWhereNobodySells() {
    Cli.Outcome outcome =
        memory("search", "--session", session, "--pair", "XBTUSD", "--side", "sell");

    assertThat(outcome.code()).isZero();
    assertThat(outcome.out()).contains("no trade of that direction", "would say KEEP");
  }

  @Test
  void findsASessionAlsoInTheDataFoldersDatabase() {
    String folder = shared.resolve("data").resolve("sessions").resolve(session).toString();
    String[] stats = {"memory", "stats", "--data-dir", folder, "--json", "--session"};

    assertThat(Cli.run(with(stats, session)).json()).isEqualTo(stats());
    Cli.Outcome unknown = Cli.run(with(stats, "nobody"));
    assertThat(unknown.code()).isEqualTo(ExitCode.USAGE);
    assertThat(unknown.err()).contains("--session: 'nobody' is not in", session);
  }

  private static String[] with(String[] arguments, String last) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add(last);
    return all.toArray(new String[0]);
  }

  @Test
  void whatIsNotThereIsSaidSo() {
    Cli.Outcome trade = memory("search", "--session", session, "--trade", "t-1");
    Cli.Outcome pair = memory("search", "--session", session, "--pair", "FILUSD");
    Cli.Outcome folder = memory("stats");

    assertThat(trade.code()).isEqualTo(ExitCode.USAGE);
    assertThat(trade.err()).contains("there is no trade 't-1'");
    assertThat(pair.code()).isEqualTo(ExitCode.USAGE);
    assertThat(pair.err()).contains("nothing was ever entered in FILUSD");
    assertThat(folder.code()).isEqualTo(ExitCode.SERVICE);
    assertThat(folder.err()).contains("trades.db", "does not exist");
  }
}
