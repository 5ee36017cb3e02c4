package mycelial.colony;

import java.util.List;
import java.util.Objects;
import mycelial.agent.Agent;
import mycelial.agent.AgentContext;
import mycelial.agent.analyst.TechnicalAnalysisAgent;
import mycelial.agent.builder.AnalystDesk;
import mycelial.market.Pair;
import org.jspecify.annotations.Nullable;

/**
 * Lets the builder change the roster of a running colony. A new analyst gets the next id and a
 * place in its layer that nobody had before, and is in the colony when the call returns.
 */
final class RosterDesk implements AnalystDesk {
  private final AgentFactory factory;
  private @Nullable Floor floor;

  private record Floor(Roster roster, Postman postman, AgentContext context) {}

  RosterDesk(AgentFactory factory) {
    this.factory = factory;
  }

  /** Opens the desk to a colony that is about to start. */
  void open(Roster roster, Postman postman, AgentContext context) {
    floor = new Floor(roster, postman, context);
  }

  private Floor floor() {
    return Objects.requireNonNull(floor, "the colony has not been started");
  }

  @Override
  public List<Pair> pairs() {
    return floor().roster().analysts().stream().map(TechnicalAnalysisAgent::pair).toList();
  }

  @Override
  public void deploy(Pair pair) {
    if (pairs().contains(pair)) {
      throw new IllegalStateException(pair + " has an analyst already");
    }
    Agent analyst = factory.analyst(pair);
    floor().roster().add(analyst);
    floor().postman().add(analyst);
    analyst.start(floor().context());
  }

  @Override
  public void retire(Pair pair) {
    TechnicalAnalysisAgent analyst =
        floor().roster().analysts().stream()
            .filter(each -> each.pair().equals(pair))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException(pair + " has no analyst"));
    analyst.retire();
    floor().postman().remove(analyst);
  }
}
