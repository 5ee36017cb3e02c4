package mycelial.colony;

import java.util.List;
import java.util.function.Supplier;
import mycelial.agent.Agent;
import mycelial.agent.analyst.TechnicalAnalysisAgent;
import mycelial.agent.builder.BuilderAgent;
import mycelial.agent.council.DeepResearchAgent;
import mycelial.agent.council.MycelialInstigatorAgent;
import mycelial.agent.explorer.MarketExplorerAgent;
import mycelial.agent.guardian.RiskManagementAgent;
import mycelial.agent.keeper.MemoryAgent;
import mycelial.agent.learner.PatternLearnerAgent;
import mycelial.agent.miner.DataMinerAgent;
import mycelial.agent.miner.MoatMiner;
import mycelial.agent.trader.TradingAgent;
import mycelial.market.Moat;
import org.jspecify.annotations.Nullable;

/**
 * What can be seen of an agent: its properties, in an order fit for reading. Values are read from
 * the living agent when they are asked for, so this is for the model's thread, or between steps for
 * whoever holds the schedule's monitor.
 *
 * @param agent the agent
 * @param properties what it can tell
 * @param sheets the same of what there are several of
 */
public record AgentView(Agent agent, List<Property> properties, List<Sheet> sheets) {

  /**
   * One property.
   *
   * @param name as shown
   * @param meaning in words, with the unit
   * @param value reads it: a number, a truth value or a text
   */
  public record Property(String name, String meaning, Supplier<Object> value) {}

  /**
   * A table.
   *
   * @param title above it
   * @param columns their names
   * @param rows reads them, a text for each column
   */
  public record Sheet(String title, List<String> columns, Supplier<List<List<String>>> rows) {
    /** Copies the names. */
    public Sheet {
      columns = List.copyOf(columns);
    }
  }

  /**
   * Takes a look at an agent.
   *
   * @param now schedule time, seconds since the epoch
   * @param trader who knows what became of ideas
   */
  public static AgentView of(Agent agent, Supplier<Double> now, TradingAgent trader) {
    return new AgentView(agent, of(agent, now).properties(), Sheets.of(agent, now, trader));
  }

  /**
   * Takes a look at an agent, without its tables.
   *
   * @param now schedule time, seconds since the epoch
   */
  public static AgentView of(Agent agent, Supplier<Double> now) {
    PropertyList list = CommonProperties.of(agent);
    switch (agent) {
      case PatternLearnerAgent learner -> LearnerProperties.add(learner, now, list);
      case TradingAgent trader -> TraderProperties.add(trader, list);
      case RiskManagementAgent guardian -> {
        CommonProperties.add(guardian, list);
        FurtherProperties.add(guardian, list);
      }
      case TechnicalAnalysisAgent analyst -> CommonProperties.add(analyst, list);
      case MycelialInstigatorAgent instigator -> CommonProperties.add(instigator, list);
      case DataMinerAgent miner -> CommonProperties.add(miner, list);
      case DeepResearchAgent researcher -> FurtherProperties.add(researcher, list);
      case MemoryAgent memory -> FurtherProperties.add(memory, list);
      case MarketExplorerAgent explorer -> FurtherProperties.add(explorer, list);
      case BuilderAgent builder -> FurtherProperties.add(builder, list);
      case MoatMiner miner -> FurtherProperties.add(miner, list);
      default -> {
        // What every agent has is all there is to see.
      }
    }
    return new AgentView(agent, list.properties(), List.of());
  }

  /** The field of knowledge of a learner; null for other agents. */
  public static @Nullable Moat moat(Agent agent) {
    return agent instanceof PatternLearnerAgent learner ? learner.moat() : null;
  }

  /** Whether a halt holds the agent back. */
  public static boolean isHalted(Agent agent) {
    return switch (agent) {
      case TradingAgent trader -> trader.isHalted();
      case RiskManagementAgent guardian -> guardian.isHalted();
      default -> false;
    };
  }
}
