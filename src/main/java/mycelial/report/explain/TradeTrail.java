package mycelial.report.explain;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import mycelial.ledger.CollisionRecord;
import mycelial.ledger.ExitReason;
import mycelial.ledger.IdeaRecord;
import mycelial.market.Feature;
import mycelial.market.SignalSource;
import mycelial.storage.StoredPosition;

/** The whole story of a trade. */
final class TradeTrail {
  /** An opposite idea closes a position within the trader's reaction, seconds. */
  private static final double REACTION = 2;

  private final Case about;
  private final StoredPosition position;
  private final String source;

  TradeTrail(Case about, StoredPosition position) {
    this.about = about;
    this.position = position;
    this.source = "positions/" + position.tradeId();
  }

  Node explain() {
    MoneyTrail money = new MoneyTrail(position, about.terms());
    StoredPosition.Exit exit = position.exit();
    Draft draft =
        new Draft(title(), source)
            .at(position.entry().time())
            .fact("trade", position.tradeId())
            .fact("session", position.session())
            .fact("market", about.provenance())
            .fact("stream", position.stream().label())
            .fact("grade", position.grade().name())
            .fact("score", position.score())
            .child(money.profit())
            .child(money.entry())
            .child(exit == null ? money.exit() : because(money.exit(), exit));
    if (position.collision()) {
      draft.child(collision());
    } else {
      draft.child(idea());
    }
    return draft.child(haven()).child(snapshot()).node();
  }

  private String title() {
    StoredPosition.Exit exit = position.exit();
    String what =
        "%s %s of %s".formatted(position.side(), position.pair(), position.stream().label());
    if (exit == null) {
      return what + ", still open";
    }
    double minutes = (exit.fill().time() - position.entry().time()) / 60;
    return String.format(
        Locale.ROOT,
        "%s %s: %s, held %.0f min, closed by %s",
        exit.pnl().signum() > 0 ? "WIN" : "LOSS",
        Texts.money(exit.pnl()),
        what,
        minutes,
        exit.reason().name());
  }

  /** The exit with what caused it. */
  private Node because(Node exit, StoredPosition.Exit how) {
    double time = how.fill().time();
    Draft draft = new Draft(exit.title(), exit.source()).detail(exit.detail()).at(time);
    exit.facts().forEach(fact -> draft.fact(fact.getFirst(), fact.get(1)));
    switch (how.reason()) {
      case STOP -> draft.fact("stop", position.plan().stop());
      case TARGET -> draft.fact("target", position.plan().target());
      case HORIZON -> draft.fact("deadline", Texts.iso(position.plan().deadline()));
      case OPPOSITE_IDEA -> opposite(draft, time);
      case FLATTEN, SESSION_END -> draft.detail(Texts.exit(how.reason()));
    }
    return draft.node();
  }

  private void opposite(Draft draft, double time) {
    Optional<IdeaRecord> cause =
        about.trail().ideas(about.id(), position.pair(), time - REACTION, time).stream()
            .filter(idea -> idea.side() == position.side().opposite())
            .filter(this::mayClose)
            .reduce((_, later) -> later);
    cause.ifPresentOrElse(
        idea ->
            draft.child(
                idea.stream() == SignalSource.BASELINE
                    ? new BaselineTrail(about).idea(idea, idea.time(), null)
                    : new SwarmTrail(about).idea(idea, idea.time(), idea.patternId())),
        () ->
            draft.child(
                Draft.missing("Opposite idea", "it is settled when it has ended, or restated")));
  }

  private boolean mayClose(IdeaRecord idea) {
    return position.collision() || idea.stream() == position.stream();
  }

  /** The idea of a measuring ledger that trades one stream. */
  private Node idea() {
    Optional<IdeaRecord> idea = about.trail().idea(about.id(), position.ideaId());
    if (idea.isEmpty()) {
      return Draft.missing(
          "Idea " + position.ideaId(), "an idea is written when it has ended; this one lives");
    }
    return position.stream() == SignalSource.BASELINE
        ? new BaselineTrail(about).idea(idea.get(), idea.get().time(), position)
        : new SwarmTrail(about).idea(idea.get(), idea.get().time(), position.patternId());
  }

  private Node collision() {
    Optional<CollisionRecord> found =
        about.trail().collisions(about.id(), position.pair()).stream()
            .filter(each -> each.mycelialIdea().equals(position.ideaId()))
            .filter(each -> time(each) <= position.entry().time())
            .reduce((_, later) -> later);
    return found
        .map(each -> Collisions.node(each, about, position))
        .orElseGet(() -> Draft.missing("Collision", "no row of collisions names the idea"));
  }

  private static double time(CollisionRecord collision) {
    return Math.max(collision.baselineTime(), collision.mycelialTime());
  }

  private Node haven() {
    if (position.stream() != SignalSource.ACCOUNT) {
      return new Draft("HAVEN: does not govern this ledger", source)
          .detail("measuring ledgers are never stopped; only the account is")
          .node();
    }
    StoredPosition.Exit exit = position.exit();
    double to = exit == null ? Double.MAX_VALUE : exit.fill().time();
    boolean flattened = exit != null && exit.reason() == ExitReason.FLATTEN;
    return new HavenTrail(about)
        .touching(position.pair(), position.entry().time(), flattened ? to + REACTION : to);
  }

  /** What was known of the pair. */
  private Node snapshot() {
    Draft draft =
        new Draft("Snapshot of the bar at the entry", source)
            .at((double) position.barEnd())
            .detail("rank: the share of the pair's own recent values that it exceeds");
    for (Feature feature : Feature.values()) {
      if (position.features().has(feature)) {
        String rank =
            position.features().hasRank(feature)
                ? ", rank " + Texts.number(100 * position.features().rankOrNaN(feature)) + " %"
                : "";
        draft.fact(feature.key(), Texts.number(position.features().value(feature)) + rank);
      }
    }
    Map<String, String> row = about.trail().tradeRow(position.tradeId());
    if (row.containsKey("volume_entry")) {
      draft.fact("volume", row.get("volume_entry"));
    }
    if (row.containsKey("cross_moat_score")) {
      draft.fact("conditions on moats' signals", row.get("cross_moat_score"));
    }
    return draft.node();
  }
}
