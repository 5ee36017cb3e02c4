package mycelial.agent.council;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import mycelial.message.MemoryAnswer;
import mycelial.message.MemoryQuery;
import mycelial.message.PatternCandidate;
import mycelial.message.PatternCandidate.Application;
import mycelial.message.ValidationRequest;
import mycelial.message.ValidationResult;
import org.jspecify.annotations.Nullable;

/** An application for a licence with what has been answered so far. */
final class LicenceCase {
  private final String id;
  private final int learner;
  private final PatternCandidate candidate;
  private final long deadline;
  private final Map<Integer, ValidationResult> results = new TreeMap<>();
  private @Nullable MemoryAnswer memory;

  /**
   * @param id names the case, its questions and the licence
   * @param learner who applies
   * @param deadline tick at which it is decided with what there is
   */
  LicenceCase(String id, int learner, PatternCandidate candidate, long deadline) {
    this.id = id;
    this.learner = learner;
    this.candidate = candidate;
    this.deadline = deadline;
  }

  private Application application() {
    return Objects.requireNonNull(candidate.application(), "a vote is no application");
  }

  /** What the researchers are asked. */
  ValidationRequest request() {
    return new ValidationRequest(
        id,
        candidate.patternId(),
        learner,
        candidate.pair(),
        candidate.side(),
        candidate.horizonMinutes(),
        application().conditions(),
        candidate.outcomes(),
        candidate.meanReturn(),
        application().fittedFrom(),
        application().birth());
  }

  /** What memory is asked. */
  MemoryQuery query() {
    return new MemoryQuery(
        id, candidate.patternId(), candidate.pair(), candidate.side(), application().entry());
  }

  /** Takes in a researcher's vote; its first counts. */
  void hear(int researcher, ValidationResult result) {
    results.putIfAbsent(researcher, result);
  }

  /** Takes in what memory recalls. */
  void hear(MemoryAnswer answer) {
    memory = answer;
  }

  /** How many researchers approve. */
  int approvals() {
    return (int) results.values().stream().filter(ValidationResult::approved).count();
  }

  /**
   * Whether nothing is missing: all researchers have voted and, if enough of them approve, memory
   * has answered.
   */
  boolean isComplete(int researchers, int quorum) {
    return results.size() >= researchers && (memory != null || approvals() < quorum);
  }

  String id() {
    return id;
  }

  int learner() {
    return learner;
  }

  PatternCandidate candidate() {
    return candidate;
  }

  boolean isRenewal() {
    return application().renewal();
  }

  long deadline() {
    return deadline;
  }

  /** The votes by researcher. */
  Map<Integer, ValidationResult> results() {
    return results;
  }

  /** The votes in the order of the researchers. */
  Collection<ValidationResult> votes() {
    return results.values();
  }

  /** What memory recalls, or null as long as it has not answered. */
  @Nullable MemoryAnswer memory() {
    return memory;
  }
}
