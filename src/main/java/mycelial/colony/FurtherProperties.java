package mycelial.colony;

import mycelial.agent.builder.BuilderAgent;
import mycelial.agent.council.DeepResearchAgent;
import mycelial.agent.explorer.MarketExplorerAgent;
import mycelial.agent.guardian.RiskManagementAgent;
import mycelial.agent.keeper.MemoryAgent;
import mycelial.agent.miner.MoatMiner;
import mycelial.message.BuildNotice;

/** What the quieter roles can tell. */
final class FurtherProperties {
  private FurtherProperties() {}

  /** HAVEN's gauges. */
  static void add(RiskManagementAgent guardian, PropertyList list) {
    list.add("Quarantines", "families stopped", () -> guardian.statistics().quarantines());
    list.add("Brakes", "families kept from spreading", () -> guardian.statistics().brakes());
    list.add(
        "Highest contagion",
        "largest share of the learners that one family led, percent",
        () -> Math.round(guardian.statistics().maxContagionPercent() * 100) / 100.0);
    list.add("By family", "which that was", () -> guardian.statistics().largestFamily());
    list.add("Probations", "a pair made smaller", () -> guardian.statistics().probations());
    list.add("Hibernations", "a pair stopped", () -> guardian.statistics().hibernations());
    list.add("Rate stops", "too many orders an hour", () -> guardian.statistics().rateStops());
  }

  static void add(DeepResearchAgent researcher, PropertyList list) {
    list.add("Requests", "rules to retest so far", researcher::requests);
    list.add("Approvals", "of them", researcher::approvals);
  }

  static void add(MemoryAgent memory, PropertyList list) {
    list.add("Speaks", "whether it says what it knows", memory::speaks);
    list.add("Recorded", "trades of this session taken in", memory::recorded);
    list.add("Skipped", "trades that it could not take in", memory::skipped);
    list.add("Queries", "questions answered", memory::queries);
    list.add("Lowered", "answers that lowered a value", memory::lowered);
    list.add("Refused", "answers that refused a licence", memory::refused);
    list.add("Warned", "warnings published, withdrawals among them", memory::warned);
  }

  static void add(MarketExplorerAgent explorer, PropertyList list) {
    list.add("Proposals", "made so far", explorer::proposals);
  }

  static void add(BuilderAgent builder, PropertyList list) {
    list.add("Deployed", "analysts", () -> builder.count(BuildNotice.Kind.DEPLOYED));
    list.add("Refused", "requests", () -> builder.count(BuildNotice.Kind.REFUSED));
    list.add("Retired", "analysts", () -> builder.count(BuildNotice.Kind.RETIRED));
  }

  static void add(MoatMiner miner, PropertyList list) {
    list.add("Moat", "its field of knowledge", () -> miner.moat().label());
    list.add("Targets", "that it listens to", () -> miner.targets().size());
    list.add("Announced", "signals so far", miner::announced);
  }
}
