package mycelial.report.explain;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mycelial.learning.LearnerState;
import mycelial.learning.RuleState;
import mycelial.storage.ArchiveQueries;
import mycelial.storage.ArchiveQueries.Archived;
import mycelial.storage.StorageException;
import mycelial.storage.StoredSession;
import mycelial.storage.SwarmStore;
import mycelial.storage.TrailQueries;
import org.jspecify.annotations.Nullable;

/** Everything that is stored about a session, asked for as it is needed. Used by one thread. */
final class Case {
  private final Path databases;
  private final Path dataDir;
  private final StoredSession session;
  private final TrailQueries trail;
  private final @Nullable Terms terms;
  private @Nullable List<RuleState> inherited;
  private String whyNothingInherited = "the session started without a swarm";

  Case(Path databases, Path dataDir, StoredSession session, TrailQueries trail) {
    this.databases = databases;
    this.dataDir = dataDir;
    this.session = session;
    this.trail = trail;
    this.terms = Terms.of(dataDir.resolve("sessions").resolve(session.info().id())).orElse(null);
  }

  String id() {
    return session.info().id();
  }

  StoredSession session() {
    return session;
  }

  TrailQueries trail() {
    return trail;
  }

  /** On what terms it traded, or null where its journal does not say. */
  @Nullable Terms terms() {
    return terms;
  }

  /** What market the prices are from, loud where it is none. */
  String provenance() {
    String stored = session.info().provenance();
    return stored.equals("SYNTHETIC") ? "SYNTHETIC: nobody ever traded at these prices" : stored;
  }

  /** Messages of the session within a span that contain one of some texts. */
  List<Said> said(String channel, List<String> texts, double from, double to) {
    return trail.messages(id(), channel, texts, from, to).stream().map(Said::of).toList();
  }

  /** A rule as the swarm knew it with which the session began. */
  Optional<RuleState> inherited(String patternId) {
    if (inherited == null) {
      inherited = load();
    }
    return inherited.stream().filter(rule -> rule.rule().id().equals(patternId)).findFirst();
  }

  private List<RuleState> load() {
    String swarm = terms == null ? null : terms.swarm();
    if (swarm == null) {
      return List.of();
    }
    List<RuleState> rules = new ArrayList<>();
    try {
      for (LearnerState learner : new SwarmStore(dataDir).load(swarm).swarm().learners()) {
        rules.addAll(learner.rules());
      }
      whyNothingInherited = "the swarm that the session started from does not have the rule";
    } catch (StorageException gone) {
      whyNothingInherited = String.valueOf(gone.getMessage());
    }
    return rules;
  }

  /** Why a rule is not among the inherited ones. */
  String whyNotInherited() {
    return whyNothingInherited;
  }

  /** Where the inherited swarm is kept. */
  String swarmSource(String patternId) {
    String swarm = terms == null || terms.swarm() == null ? "none" : terms.swarm();
    return "swarm/" + swarm.substring(0, Math.min(12, swarm.length())) + "#" + patternId;
  }

  Optional<Archived> archived(String patternId) {
    return ArchiveQueries.archived(databases, id(), patternId);
  }
}
