package mycelial.colony;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import mycelial.agent.AgentIdentity;
import mycelial.agent.Layer;
import mycelial.agent.Ticks;
import mycelial.agent.builder.AnalystDesk;
import mycelial.agent.builder.BuilderAgent;
import mycelial.agent.builder.BuilderRules;
import mycelial.agent.explorer.Assignment;
import mycelial.agent.explorer.MarketExplorerAgent;
import mycelial.config.BuilderSettings;
import mycelial.config.Configuration;
import mycelial.config.TeamSettings;
import mycelial.market.Interval;
import mycelial.market.Moat;
import mycelial.market.Pair;
import mycelial.market.StrategyType;
import mycelial.message.Channel;
import mycelial.message.Role;

/** Makes the explorers and the builder. */
final class ProspectingFactory {
  private static final List<StrategyType> TEAMS =
      List.of(StrategyType.HFT, StrategyType.DAY, StrategyType.SWING);

  private final AgentFactory factory;
  private final Configuration configuration;
  private final Interval interval;
  private final List<Pair> mined;

  /**
   * @param mined pairs that the market has
   */
  ProspectingFactory(
      AgentFactory factory, Configuration configuration, Interval interval, List<Pair> mined) {
    this.factory = factory;
    this.configuration = configuration;
    this.interval = interval;
    this.mined = mined;
  }

  List<MarketExplorerAgent> explorers() {
    List<MarketExplorerAgent> explorers = new ArrayList<>();
    for (StrategyType team : TEAMS) {
      for (int member = 0; member < configuration.explorers().perTeam(); member++) {
        explorers.add(explorer(team, member));
      }
    }
    return explorers;
  }

  private MarketExplorerAgent explorer(StrategyType team, int member) {
    String name = "explorer-" + team.name().toLowerCase(Locale.ROOT) + "-" + (member + 1);
    AgentIdentity identity =
        factory.identity(
            name, Role.EXPLORER, Layer.EXPLORATION, Ticks.of(configuration.reactions().explorer()));
    return new MarketExplorerAgent(
        identity, configuration.pairs(), moats(), assignment(team, member));
  }

  /** Idleness goes by bars where these are longer than a minute: teams propose no faster. */
  private BuilderSettings patience() {
    BuilderSettings asked = configuration.builder();
    return new BuilderSettings(
        asked.confidence(), asked.cooldownMinutes(), asked.idleHours() * interval.minutes());
  }

  private List<Channel> moats() {
    return MoatAgents.heard(configuration, Moat.FINANCE).stream()
        .map(target -> Channel.moat(target.moat(), target.name()))
        .toList();
  }

  /** Members look back once, twice, three times as far, and take turns on whole bars. */
  private Assignment assignment(StrategyType team, int member) {
    TeamSettings settings = configuration.explorers().team(team);
    int period = settings.periodMinutes(interval);
    int turn = period * member / configuration.explorers().perTeam();
    return new Assignment(
        team,
        settings.lookBackBars(interval) * (member + 1),
        period,
        turn / interval.minutes() * interval.minutes(),
        configuration.explorers().minimumConfidence());
  }

  BuilderAgent builder(AnalystDesk desk) {
    Map<StrategyType, Long> windows = new EnumMap<>(StrategyType.class);
    for (StrategyType team : TEAMS) {
      // One and a half periods, in seconds.
      windows.put(team, 90L * configuration.explorers().team(team).periodMinutes(interval));
    }
    return new BuilderAgent(
        factory.identity(
            "builder", Role.BUILDER, Layer.AUTONOMY, Ticks.of(configuration.reactions().builder())),
        new BuilderRules(mined, configuration.analysts(), patience(), windows),
        desk,
        factory::name);
  }
}
