package mycelial.colony;

import java.util.Locale;
import mycelial.agent.Agent;
import mycelial.agent.Ticks;
import mycelial.agent.analyst.TechnicalAnalysisAgent;
import mycelial.agent.council.MycelialInstigatorAgent;
import mycelial.agent.guardian.RiskManagementAgent;
import mycelial.agent.miner.DataMinerAgent;
import mycelial.message.MarketData;
import mycelial.message.PatternConfirmed;
import mycelial.message.TradeIdea;
import org.jspecify.annotations.Nullable;

/** What every agent can tell, and what the smaller roles add to it. */
final class CommonProperties {
  private CommonProperties() {}

  static PropertyList of(Agent agent) {
    PropertyList list = new PropertyList();
    list.add("Id", "number in the colony", () -> agent.identity().id());
    list.add("Name", "unique in the colony", () -> agent.identity().name());
    list.add("Role", "what it does", () -> agent.identity().role().typeName());
    list.add(
        "Layer",
        "when it acts within an instant",
        () -> agent.identity().layer().name().toLowerCase(Locale.ROOT));
    list.add(
        "Reaction",
        "how long it takes to act on a message, seconds",
        () -> Ticks.seconds(agent.identity().reactionTicks()));
    list.add("Watches", "pairs or moat", () -> String.join(" ", agent.watches()));
    list.add("Sent", "messages published", agent::sent);
    list.add("Received", "messages taken in", agent::received);
    list.add("Steps", "times stepped by the schedule", agent::steps);
    list.add("Quarantined", "left out after failing three times", agent::isQuarantined);
    return list;
  }

  static void add(RiskManagementAgent guardian, PropertyList list) {
    list.add("Halted", "whether a halt is in force", guardian::isHalted);
    list.add("Halts", "risk halts so far", guardian::halts);
    list.add(
        "Account equity",
        "marked to market, quote currency",
        () -> PropertyList.cents(guardian.equity()));
    list.add(
        "Drawdown",
        "of the account, percent",
        () -> PropertyList.cents(guardian.drawdownPercent()));
    list.add(
        "Drawdown limit",
        "at which it halts, percent",
        () -> guardian.limitPercent().doubleValue());
  }

  static void add(TechnicalAnalysisAgent analyst, PropertyList list) {
    list.add("Ideas stated", "restatements counted", analyst::ideas);
    list.add("Last idea", "the newest statement", () -> words(analyst.last()));
  }

  private static String words(@Nullable TradeIdea idea) {
    return idea == null
        ? "none yet"
        : idea.side()
            + " "
            + idea.pair()
            + " for "
            + idea.horizonMinutes()
            + " min: "
            + idea.reason();
  }

  static void add(MycelialInstigatorAgent instigator, PropertyList list) {
    list.add("Applications", "for licences so far", () -> instigator.counts().applications());
    list.add("Licences", "given so far", () -> instigator.counts().licences());
    list.add("Refusals", "of licences so far", () -> instigator.counts().refusals());
    list.add("Agreements", "under the Rule of 3", () -> instigator.counts().agreements());
    list.add("Proven", "rules proven so far", () -> instigator.counts().proven());
    list.add("Withheld", "agreements that memory prevented", () -> instigator.counts().withheld());
    list.add(
        "Forced shares", "exchanges of rules ordered", () -> instigator.counts().forcedShares());
    list.add("Last agreement", "the newest one", () -> words(instigator.last()));
  }

  private static String words(@Nullable PatternConfirmed confirmed) {
    return confirmed == null
        ? "none yet"
        : confirmed.side() + " " + confirmed.pair() + ": " + confirmed.reason();
  }

  static void add(DataMinerAgent miner, PropertyList list) {
    list.add("Last price", "of the newest quote or bar, quote currency", () -> price(miner.last()));
  }

  private static Object price(@Nullable MarketData data) {
    if (data == null) {
      return Double.NaN;
    }
    if (data.quote() != null) {
      return data.quote().mid();
    }
    return data.bar() == null ? Double.NaN : data.bar().close();
  }
}
