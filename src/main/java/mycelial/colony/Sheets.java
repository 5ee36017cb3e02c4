package mycelial.colony;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.Supplier;
import mycelial.agent.Agent;
import mycelial.agent.analyst.TechnicalAnalysisAgent;
import mycelial.agent.learner.PatternLearnerAgent;
import mycelial.agent.miner.MoatMiner;
import mycelial.agent.trader.Fate;
import mycelial.agent.trader.TradingAgent;
import mycelial.colony.AgentView.Sheet;
import mycelial.learning.Abstention;
import mycelial.ledger.IdeaRecord;
import mycelial.ledger.Position;
import mycelial.market.EvidenceGrade;
import mycelial.market.SignalSource;

/** What agents can tell in tables. */
final class Sheets {
  private static final int MOST_IDEAS = 50;
  private static final String NEWEST = "Newest ideas, and what became of them";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

  private Sheets() {}

  static List<Sheet> of(Agent agent, Supplier<Double> now, TradingAgent trader) {
    return switch (agent) {
      case PatternLearnerAgent learner ->
          List.of(
              new Sheet(
                  "Rules, the most valuable first",
                  List.of("rule", "value", "grade", "licence", "outcomes", "mean %", "t", "when"),
                  () -> LearnerProperties.rules(learner, now.get())),
              ideas(
                  "Ideas that it stated for those who agreed, and what became of them",
                  trader,
                  by(agent)),
              new Sheet(
                  "Why rules that fired brought no vote",
                  List.of("times", "reason"),
                  () -> abstentions(learner)));
      case TechnicalAnalysisAgent _ -> List.of(ideas(NEWEST, trader, by(agent)));
      case TradingAgent self ->
          List.of(
              new Sheet(
                  "Open positions",
                  List.of("ledger", "pair", "side", "quantity", "price", "since", "grade", "of"),
                  () -> positions(self)),
              ideas(NEWEST, self, idea -> true),
              new Sheet(
                  "What ledgers did with ideas and collisions",
                  List.of("ledger", "times", "what"),
                  () -> fates(self)));
      case MoatMiner miner ->
          List.of(
              new Sheet(
                  "Readings",
                  List.of("target", "field", "value", "seen", "signals"),
                  () -> readings(miner)),
              new Sheet("Missing", List.of("target", "reason"), () -> missing(miner, now.get())));
      default -> List.of();
    };
  }

  private static Predicate<IdeaRecord> by(Agent agent) {
    return idea -> idea.agent().equals(agent.identity().name());
  }

  /** The newest first. */
  private static Sheet ideas(String title, TradingAgent trader, Predicate<IdeaRecord> among) {
    return new Sheet(
        title,
        List.of("at", "pair", "side", "grade", "score", "its own ledger", "other stream", "why"),
        () ->
            trader.newestIdeas().reversed().stream()
                .filter(among)
                .limit(MOST_IDEAS)
                .map(Sheets::row)
                .toList());
  }

  private static List<String> row(IdeaRecord idea) {
    return List.of(
        time(idea.time()),
        idea.pair().name(),
        idea.side().name(),
        grade(idea.stream(), idea.grade()),
        String.format(Locale.ROOT, "%.1f", idea.score()),
        Fate.valueOf(idea.fate()).words(),
        collision(idea),
        idea.reason());
  }

  /** Indicators are not proven or unproven. */
  private static String grade(SignalSource stream, EvidenceGrade grade) {
    return stream == SignalSource.BASELINE ? "-" : grade.name().toLowerCase(Locale.ROOT);
  }

  private static String collision(IdeaRecord idea) {
    Long gap = idea.partnerGapMillis();
    String apart = gap == null ? "" : String.format(Locale.ROOT, ", %.1f s apart", gap / 1000.0);
    return switch (idea.collision()) {
      case "MATCHED" -> "agreed: a collision";
      case "CONFLICT" -> "disagreed" + apart;
      case "NEAR_MISS" -> "agreed, but too late" + apart;
      case "EXPIRED" -> "never answered";
      default -> "nothing yet";
    };
  }

  private static String time(double seconds) {
    return TIME.format(Instant.ofEpochMilli((long) (seconds * 1000)));
  }

  private static List<List<String>> abstentions(PatternLearnerAgent learner) {
    List<List<String>> rows = new ArrayList<>();
    for (Abstention reason : Abstention.values()) {
      long count = learner.brain().abstentions().count(reason);
      if (count > 0) {
        rows.add(List.of(String.valueOf(count), reason.words()));
      }
    }
    return rows;
  }

  private static List<List<String>> positions(TradingAgent trader) {
    List<List<String>> rows = new ArrayList<>();
    for (SignalSource source : SignalSource.values()) {
      for (Position position : trader.ledger(source).positions()) {
        rows.add(
            List.of(
                source.label(),
                position.order().pair().name(),
                position.order().side().name(),
                position.entry().quantity().toPlainString(),
                position.entry().price().toPlainString(),
                time(position.entry().time()),
                grade(source, position.order().grade()),
                position.order().agent()));
      }
    }
    return rows;
  }

  private static List<List<String>> fates(TradingAgent trader) {
    List<List<String>> rows = new ArrayList<>();
    trader
        .fates()
        .forEach((source, fates) ->
            fates.forEach((fate, count) ->
                rows.add(List.of(source.label(), String.valueOf(count), fate.words()))));
    return rows;
  }

  private static List<List<String>> readings(MoatMiner miner) {
    return miner.readings().stream()
        .map(reading ->
            List.of(
                reading.signal().target().toString(),
                reading.signal().field(),
                String.format(Locale.ROOT, "%.4g", reading.signal().value()),
                time((double) reading.signal().seenTime()),
                String.valueOf(reading.signals())))
        .toList();
  }

  private static List<List<String>> missing(MoatMiner miner, double now) {
    List<List<String>> rows = new ArrayList<>();
    miner.missing(now).forEach((target, why) -> rows.add(List.of(target.toString(), why)));
    return rows;
  }
}
