package mycelial.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mycelial.ledger.CollisionRecord;
import mycelial.ledger.IdeaRecord;
import mycelial.market.Pair;
import mycelial.market.SignalSource;
import mycelial.report.explain.Explainer;
import mycelial.report.explain.Node;
import mycelial.storage.StoredTrade;
import mycelial.storage.TradeQueries;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Explanations of a session that was really played: the sample with a small colony. */
class ExplainCommandTest {
  @TempDir static Path data = Path.of("");
  private static String session = "";
  private static List<StoredTrade> trades = List.of();
  private static List<IdeaRecord> ideas = List.of();
  private static List<CollisionRecord> collisions = List.of();

  @BeforeAll
  static void play() {
    Cli.Outcome played =
        Cli.run(
            Map.of(),
            List.of(
                "run",
                "--feed",
                "sample",
                "--speed",
                "max",
                "--hours",
                "24",
                "--warm-up-hours",
                "72",
                "--set",
                "learners.finance=30",
                "--json",
                "--data-dir",
                data.toString()));
    assertThat(played.code()).as(played.err()).isZero();
    session = played.json().at("/session").asText();
    try (TradeQueries queries = TradeQueries.open(data)) {
      trades = queries.trades(session);
      ideas = queries.ideas(session);
      collisions = queries.collisions(session);
    }
    assertThat(trades).extracting(StoredTrade::stream).contains(SignalSource.values());
  }

  private static Node explained(Explainer explainer, StoredTrade trade) {
    return explainer.trade(trade.tradeId()).orElseThrow();
  }

  private static Node titled(Node node, String beginning) {
    return node.all().stream()
        .filter(each -> each.title().startsWith(beginning))
        .findFirst()
        .orElseThrow(() -> new AssertionError("nothing begins with " + beginning));
  }

  private static BigDecimal number(Node node, String fact) {
    return new BigDecimal(String.valueOf(node.fact(fact)));
  }

  @Test
  void everyClosedTradeIsExplainedAndNothingOnItsPathIsMissing() {
    try (Explainer explainer = Explainer.open(data, data)) {
      for (StoredTrade trade : trades) {
        Node node = explained(explainer, trade);
        assertThat(node.all())
            .as(trade.tradeId())
            .noneMatch(each -> each.title().contains("not stored"))
            .noneMatch(each -> each.facts().toString().contains("DIFFERS"));
        assertThat(node.fact("market")).startsWith("SYNTHETIC");
      }
    }
  }

  @Test
  void theMoneyOfEveryTradeCanBeAddedUpLineByLine() {
    try (Explainer explainer = Explainer.open(data, data)) {
      for (StoredTrade trade : trades) {
        Node root = explained(explainer, trade);
        Node profit = titled(root, "P&L");
        assertThat(
                number(profit, "price change x quantity")
                    .add(number(profit, "spread and slippage, both sides"))
                    .add(number(profit, "entry fee"))
                    .add(number(profit, "exit fee")))
            .as(trade.tradeId())
            .isEqualByComparingTo(trade.pnl());
        Node entry = titled(root, "Entry");
        Node exit = titled(root, "Exit");
        filled(entry, trade.side().sign());
        filled(exit, -trade.side().sign());
        assertThat(number(exit, "mid price").subtract(number(entry, "mid price")))
            .isEqualByComparingTo(trade.exitMid().subtract(trade.entryMid()));
        assertThat(titled(root, "Plan").fact("recomputed")).startsWith("equal");
        assertThat(titled(root, "Size").fact("size factor")).endsWith("recomputed: equal");
      }
    }
  }

  /**
   * A price is the mid and what was conceded; a rounding is against the trader and under a tick.
   */
  private static void filled(Node fill, int sign) {
    BigDecimal conceded =
        number(fill, "half spread")
            .add(number(fill, "slippage"))
            .add(number(fill, "rounding to the tick"));
    assertThat(number(fill, "mid price").add(conceded.multiply(BigDecimal.valueOf(sign))))
        .isEqualByComparingTo(number(fill, "fill price"));
    assertThat(number(fill, "rounding to the tick").signum()).isNotNegative();
    assertThat(number(fill, "quantity").multiply(number(fill, "fill price")))
        .isEqualByComparingTo(number(fill, "value"));
    assertThat(fill.fact("fee rate")).endsWith("recomputed: equal");
  }

  @Test
  void everyCollisionTradeHasItsCollisionBothIdeasAndThreeVotersWithRuleVoteAndLicence() {
    try (Explainer explainer = Explainer.open(data, data)) {
      int seen = 0;
      for (StoredTrade trade : trades) {
        if (trade.collision()) {
          seen++;
          Node root = explained(explainer, trade);
          CollisionRecord row =
              collisions.stream()
                  .filter(each -> each.mycelialIdea().equals(trade.ideaId()))
                  .filter(each -> each.result().equals("OPENED"))
                  .findFirst()
                  .orElseThrow();
          long gap = Math.round(1000 * Math.abs(row.baselineTime() - row.mycelialTime()));
          Node collision = titled(root, "Collision");
          assertThat(collision.fact("gap")).isEqualTo(gap + " ms");
          assertThat(titled(collision, "Indicators").title())
              .isEqualTo(votes(titled(collision, "Baseline idea"), trade));
          voters(titled(collision, "Agreement"));
        }
      }
      assertThat(seen).isPositive();
    }
  }

  /** The indicators' votes, from the score that the analyst gave: a third each. */
  private static String votes(Node idea, StoredTrade trade) {
    int votes = number(idea, "score").multiply(BigDecimal.valueOf(3)).intValue() / 100;
    return "Indicators: " + votes + " of 3 say " + trade.side();
  }

  private static void voters(Node agreement) {
    List<Node> voters =
        agreement.children().stream().filter(each -> each.title().startsWith("Voter")).toList();
    assertThat(voters).hasSizeGreaterThanOrEqualTo(3);
    assertThat(agreement.fact("voters")).isEqualTo(String.valueOf(voters.size()));
    for (Node voter : voters) {
      assertThat(voter.fact("outcomes")).as("its vote").isNotNull();
      assertThat(titled(voter, "Rule").detail()).contains(" when ");
      Node licence = titled(voter, "Licence");
      List<Node> approving =
          licence.children().stream().filter(each -> each.title().endsWith(" approves")).toList();
      assertThat(approving).hasSizeGreaterThanOrEqualTo(2);
      double factor = number(titled(licence, "Memory"), "factor").doubleValue();
      assertThat(number(licence, "counts of the rule's value").doubleValue())
          .isCloseTo(factor * median(approving) / 100, offset(1e-6));
    }
  }

  private static double median(List<Node> results) {
    double[] sorted =
        results.stream()
            .mapToDouble(each -> number(each, "quality").doubleValue())
            .sorted()
            .toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  @Test
  void whyNotFindsTheFateOfEveryIdeaThatOpenedNothing() {
    int seen = 0;
    try (Explainer explainer = Explainer.open(data, data)) {
      for (IdeaRecord idea : ideas) {
        if (!idea.fate().equals("OPENED") && seen < 60) {
          seen++;
          Node node = explainer.whyNot(session, idea.pair(), idea.time());
          Node found =
              node.all().stream()
                  .filter(each -> each.source().equals("ideas/" + idea.ideaId()))
                  .findFirst()
                  .orElseThrow();
          assertThat(found.fact("fate")).isEqualTo(idea.fate());
          assertThat(found.fact("other stream")).isEqualTo(idea.collision());
          assertThat(node.title()).startsWith(idea.pair() + " about ");
        }
      }
    }
    assertThat(seen).isPositive();
  }

  @Test
  void saysOfAPairThatNobodyWatchedThatNobodyDid() {
    try (Explainer explainer = Explainer.open(data, data)) {
      Node node = explainer.whyNot(session, new Pair("FILUSD"), trades.getFirst().entryTime());
      assertThat(node.title()).contains("was not traded: nobody had an idea: ");
      assertThat(titled(node, "Nearest collisions").fact("after")).isEqualTo("none");
    }
  }

  private static Cli.Outcome explain(String... more) {
    List<String> arguments = new ArrayList<>(List.of("explain"));
    arguments.addAll(List.of(more));
    arguments.addAll(List.of("--data-dir", data.toString()));
    return Cli.run(Map.of(), arguments);
  }

  @Test
  void printsATreeThatFitsOnATerminalAndTheSameAsJson() {
    String trade = trades.getLast().tradeId();
    Cli.Outcome text = explain(trade);
    assertThat(text.code()).as(text.err()).isZero();
    assertThat(text.out()).contains("|- Entry", "`- Snapshot", "[positions/" + trade + "]");
    assertThat(text.out().lines().filter(line -> line.length() > 80 && !line.contains("[")))
        .isEmpty();
    JsonNode json = explain(trade, "--session", session, "--json").json();
    assertThat(json.fieldNames())
        .toIterable()
        .containsExactly("title", "detail", "facts", "children", "time", "source");
    assertThat(json.at("/facts/0/1").asText()).isEqualTo(trade);
    assertThat(explain(trade, "--color", "always").out().replaceAll("\033\\[[0-9;]*m", ""))
        .isEqualTo(text.out());
  }

  @Test
  void takesATimeInBothWaysAndAPairByAnyName() {
    String time = Instant.ofEpochSecond((long) trades.getFirst().entryTime()).toString();
    String seconds = String.valueOf((long) trades.getFirst().entryTime());
    Cli.Outcome one = explain("--why-not", "BTCUSD", time, "--session", session);
    assertThat(one.code()).as(one.err()).isZero();
    assertThat(one.out()).startsWith("XXBTZUSD about ");
    assertThat(explain("--why-not", "xbtusd", seconds).out()).isEqualTo(one.out());
  }

  @Test
  void anUnknownTradePairTimeOrSessionIsOneSentence() {
    String trade = trades.getFirst().tradeId();
    assertThat(explain(trade + "9").code()).isEqualTo(ExitCode.USAGE);
    assertThat(explain(trade + "9").err()).contains("there is no trade", "nearest are", trade);
    assertThat(explain(trade, "--session", "x").err()).contains("there is no session x below");
    assertThat(explain("--why-not", "FOO", "2025-01-01").err()).contains("not a configured pair");
    assertThat(explain("--why-not", "BTCUSD", "noon").err()).contains("'noon' is not a time");
    assertThat(explain().code()).isEqualTo(ExitCode.USAGE);
  }
}
