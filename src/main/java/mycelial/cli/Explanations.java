package mycelial.cli;

import java.nio.file.Path;
import java.util.Objects;
import mycelial.dashboard.Explainer;
import mycelial.market.Pair;
import mycelial.report.explain.Node;

/**
 * Explains a session's trades on the page, from what is stored, by the very walk of the command
 * {@code explain}. Used by any thread.
 */
final class Explanations implements Explainer {
  private final String session;
  private final Path databases;
  private final Path dataDir;

  /**
   * @param session its id
   * @param databases the folder of its databases
   * @param dataDir where saved swarms and journals are
   */
  Explanations(String session, Path databases, Path dataDir) {
    this.session = session;
    this.databases = databases;
    this.dataDir = dataDir;
  }

  @Override
  public String explain(Question question) {
    try (var stored = mycelial.report.explain.Explainer.open(databases, dataDir)) {
      String trade = question.trade();
      if (trade == null) {
        Pair pair = new Pair(Objects.requireNonNull(question.pair(), "a pair is asked for"));
        return Output.json(stored.whyNot(session, pair, question.time()));
      }
      Node node =
          stored
              .trade(trade)
              .orElseThrow(() -> new IllegalArgumentException("there is no trade " + trade));
      return Output.json(node);
    }
  }
}
