package mycelial.colony;

import java.util.EnumMap;
import java.util.Map;
import mycelial.agent.Agent;
import mycelial.agent.council.CouncilCounts;
import mycelial.agent.council.MycelialInstigatorAgent;
import mycelial.agent.learner.PatternLearnerAgent;
import mycelial.agent.trader.TradingAgent;
import mycelial.market.SignalSource;

/**
 * How many ideas, collisions and patterns there are, for charts; read between steps. It looks at
 * every rule, so it is not for every instant.
 *
 * @param time schedule time, seconds since the epoch
 * @param trading whether warming up is over
 * @param ideas heard by the trader so far, by stream, restatements not counted
 * @param collisions both streams agreed, so far
 * @param nearMisses they agreed, but too late
 * @param conflicts they disagreed
 * @param alive rules in all populations now
 * @param licensed of those that may vote now
 * @param proven rules that passed the swarm's false discovery level so far
 */
public record Census(
    double time,
    boolean trading,
    Map<SignalSource, Long> ideas,
    long collisions,
    long nearMisses,
    long conflicts,
    long alive,
    long licensed,
    long proven) {

  /** Counts a started colony. */
  public static Census of(Colony colony) {
    RunCounters run = colony.counters();
    TradingAgent trader = colony.roster().trader();
    long alive = 0;
    long licensed = 0;
    CouncilCounts council = CouncilCounts.NONE;
    for (Agent agent : colony.roster().agents()) {
      if (agent instanceof PatternLearnerAgent learner) {
        alive += learner.brain().living();
        licensed += learner.brain().licensed();
      } else if (agent instanceof MycelialInstigatorAgent instigator) {
        council = council.plus(instigator.counts());
      }
    }
    Map<SignalSource, Long> ideas = new EnumMap<>(SignalSource.class);
    ideas.put(SignalSource.BASELINE, trader.ideas(SignalSource.BASELINE));
    ideas.put(SignalSource.MYCELIAL, trader.ideas(SignalSource.MYCELIAL));
    return new Census(
        run.now(),
        run.now() >= run.tradingFrom(),
        ideas,
        trader.collisionCounts().matched(),
        trader.collisionCounts().nearMisses(),
        trader.collisionCounts().conflicts(),
        alive,
        licensed,
        council.proven());
  }
}
