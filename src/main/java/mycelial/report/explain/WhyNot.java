package mycelial.report.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import mycelial.ledger.CollisionRecord;
import mycelial.ledger.IdeaRecord;
import mycelial.market.Pair;
import mycelial.market.SignalSource;
import mycelial.storage.StoredPosition;

/** Why a pair was not traded about a time. */
final class WhyNot {
  /** Half the span that is looked at, seconds. */
  static final double SPAN = 30 * 60;

  private final Case about;
  private final Pair pair;
  private final double time;
  private final List<IdeaRecord> ideas;
  private final List<CollisionRecord> collisions;
  private final List<CollisionRecord> near;
  private final List<StoredPosition> positions;
  private final HavenTrail haven;
  private final CouncilRecord council;

  WhyNot(Case about, Pair pair, double time) {
    this.about = about;
    this.pair = pair;
    this.time = time;
    this.ideas = about.trail().ideas(about.id(), pair, time - SPAN, time + SPAN);
    this.collisions = about.trail().collisions(about.id(), pair);
    this.near = collisions.stream().filter(each -> Math.abs(time(each) - time) <= SPAN).toList();
    this.positions = about.trail().positions(about.id(), pair, time - SPAN, time + SPAN);
    this.haven = new HavenTrail(about);
    this.council = new CouncilRecord(about, pair, time);
  }

  private static double time(CollisionRecord collision) {
    return Math.max(collision.baselineTime(), collision.mycelialTime());
  }

  Node explain() {
    Draft draft =
        new Draft(sentence(), "sessions/" + about.id())
            .at(time)
            .fact("pair", pair.name())
            .fact("looked at", Texts.iso(time - SPAN) + " to " + Texts.iso(time + SPAN))
            .fact("session", about.id())
            .fact("market", about.provenance());
    near.forEach(each -> draft.child(Collisions.brief(each).node()));
    return draft
        .child(stream(SignalSource.BASELINE))
        .child(stream(SignalSource.MYCELIAL))
        .child(council.node())
        .child(positions())
        .child(haven.touching(pair, time - SPAN, time + SPAN))
        .child(collisionsAround())
        .node();
  }

  /** One sentence: the first reason that holds. */
  private String sentence() {
    String where = pair + " about " + Texts.iso(time).substring(0, 16).replace('T', ' ') + " UTC";
    if (!near.isEmpty()) {
      return agreed(where);
    }
    List<IdeaRecord> baseline = of(SignalSource.BASELINE);
    List<IdeaRecord> mycelial = of(SignalSource.MYCELIAL);
    if (!baseline.isEmpty() && !mycelial.isEmpty()) {
      return where + " was not traded: " + both(baseline, mycelial);
    }
    if (!baseline.isEmpty()) {
      return where
          + " was not traded: only the baseline had an idea ("
          + words(baseline)
          + "); "
          + council.sentence();
    }
    String analyst =
        council.hasAnalyst() ? "no two indicators agreed" : "no analyst watched the pair";
    return mycelial.isEmpty()
        ? where + " was not traded: nobody had an idea: " + analyst + ", and " + council.sentence()
        : where
            + " was not traded: only the swarm had an idea ("
            + words(mycelial)
            + "); "
            + analyst;
  }

  private String agreed(String where) {
    List<CollisionRecord> opened =
        near.stream().filter(each -> each.result().equals("OPENED")).toList();
    if (opened.isEmpty()) {
      return where
          + " was not traded: both streams agreed, but "
          + Texts.fate(near.getFirst().result());
    }
    CollisionRecord first = opened.getFirst();
    boolean account =
        positions.stream()
            .anyMatch(each ->
                each.stream() == SignalSource.ACCOUNT
                    && each.ideaId().equals(first.mycelialIdea()));
    return account
        ? where
            + " was traded: both streams agreed on "
            + first.side()
            + " at "
            + Texts.iso(time(first)).substring(11, 19)
        : where
            + " was traded by the synthesized ledger, not by the account: "
            + haven.state(pair, time(first));
  }

  private static String words(List<IdeaRecord> ideas) {
    IdeaRecord first = ideas.getFirst();
    return ideas.size() == 1
        ? first.side() + ", of which " + Texts.fate(first.fate())
        : ideas.size() + " ideas, the first " + first.side();
  }

  private String both(List<IdeaRecord> baseline, List<IdeaRecord> mycelial) {
    double closest = Double.POSITIVE_INFINITY;
    boolean agree = false;
    for (IdeaRecord one : baseline) {
      for (IdeaRecord other : mycelial) {
        boolean same = one.side() == other.side();
        double gap = Math.abs(one.time() - other.time());
        if (same == agree ? gap < closest : same) {
          closest = gap;
          agree = same;
        }
      }
    }
    String window =
        about.terms() == null
            ? "the window"
            : "the window of "
                + about.terms().configuration().trading().windowMillis() / 1000.0
                + " s";
    String gap = String.format(Locale.ROOT, "%.1f s", closest);
    return agree
        ? "both streams had an idea of one direction, first stated "
            + gap
            + " apart, and no"
            + " statements of theirs met within "
            + window
        : "the streams disagreed: their nearest ideas, " + gap + " apart, had opposite directions";
  }

  private List<IdeaRecord> of(SignalSource stream) {
    return ideas.stream().filter(idea -> idea.stream() == stream).toList();
  }

  private Node stream(SignalSource stream) {
    List<IdeaRecord> some = of(stream);
    Draft draft =
        new Draft(
            "Ideas of the %s stream: %d".formatted(stream.label(), some.size()),
            "ideas/" + about.id());
    some.forEach(idea -> draft.child(idea(idea)));
    if (some.isEmpty() && about.session().endedAt() == null) {
      draft.detail("an idea that still lives is not written yet");
    }
    return draft.node();
  }

  private Node idea(IdeaRecord idea) {
    Draft draft =
        new Draft(
                "%s by %s: %s; %s"
                    .formatted(
                        idea.side(), idea.agent(), Texts.fate(idea.fate()), Texts.meeting(idea)),
                "ideas/" + idea.ideaId())
            .at(idea.time())
            .detail(idea.reason())
            .fact("idea", idea.ideaId())
            .fact("fate", idea.fate())
            .fact("other stream", idea.collision())
            .fact("grade", idea.grade().name())
            .fact("score", idea.score())
            .fact("restated", idea.restatements() + " times");
    if (idea.partner() != null) {
      draft.fact("nearest idea of the other stream", nearest(idea.partner()));
    }
    return draft.node();
  }

  private String nearest(String partner) {
    return about
        .trail()
        .idea(about.id(), partner)
        .map(other ->
            "%s by %s at %s, %s"
                .formatted(other.side(), other.agent(), Texts.iso(other.time()), partner))
        .orElse(partner);
  }

  private Node positions() {
    Draft draft =
        new Draft(
            "Positions held in the pair then: " + positions.size(), "positions/" + about.id());
    for (StoredPosition held : positions) {
      StoredPosition.Exit exit = held.exit();
      draft.child(
          new Draft(
                  "%s %s: %s"
                      .formatted(
                          held.stream().label(),
                          held.side(),
                          exit == null
                              ? "open"
                              : Texts.money(exit.pnl())
                                  + " at "
                                  + Texts.iso(exit.fill().time())
                                  + " by "
                                  + exit.reason()),
                  "positions/" + held.tradeId())
              .at(held.entry().time())
              .fact("trade", held.tradeId())
              .node());
    }
    return draft.node();
  }

  private Node collisionsAround() {
    Draft draft = new Draft("Nearest collisions of the pair", "collisions/" + about.id());
    List<CollisionRecord> before = new ArrayList<>();
    List<CollisionRecord> after = new ArrayList<>();
    collisions.forEach(each -> (time(each) <= time ? before : after).add(each));
    draft.fact("before", before.isEmpty() ? "none" : Texts.iso(time(before.getLast())));
    return draft.fact("after", after.isEmpty() ? "none" : Texts.iso(time(after.getFirst()))).node();
  }
}
