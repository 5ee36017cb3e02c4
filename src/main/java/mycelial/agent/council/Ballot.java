package mycelial.agent.council;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import mycelial.message.Envelope;
import mycelial.message.PatternCandidate;
import mycelial.message.PatternConfirmed.Voter;

/** The votes for one pair and direction that are still within the confirmation window. */
final class Ballot {
  private record Cast(int learner, long millis, PatternCandidate vote) {}

  private final List<Cast> votes = new ArrayList<>();

  void cast(Envelope envelope, PatternCandidate vote, int windowMillis) {
    long now = envelope.millis();
    votes.removeIf(
        old -> now - old.millis() > windowMillis || old.vote().barEnd() != vote.barEnd());
    votes.add(new Cast(envelope.source(), now, vote));
  }

  /** Votes within the window, several of one learner among them. */
  int votes() {
    return votes.size();
  }

  /** How long the idea of a voter that has voted here is to be held. */
  int horizonMinutes(Voter voter) {
    return votes.stream()
        .filter(cast -> cast.learner() == voter.agent())
        .map(Cast::vote)
        .filter(vote -> vote.patternId().equals(voter.patternId()))
        .mapToInt(PatternCandidate::horizonMinutes)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no vote of " + voter));
  }

  void clear() {
    votes.clear();
  }

  /**
   * One vote a learner and a piece of evidence, best first: proven rules before others, then by
   * score. A vote counts when neither its learner nor its evidence has counted already.
   */
  List<Voter> distinctVoters(Predicate<String> proven) {
    List<Cast> best = new ArrayList<>(votes);
    best.sort(
        Comparator.comparing((Cast cast) -> !proven.test(cast.vote().patternId()))
            .thenComparingDouble(cast -> -cast.vote().score())
            .thenComparingInt(Cast::learner)
            .thenComparing(cast -> cast.vote().patternId()));
    List<Cast> counted = new ArrayList<>();
    for (Cast cast : best) {
      boolean known =
          counted.stream()
              .anyMatch(other ->
                  other.learner() == cast.learner()
                      || other.vote().evidenceKey() == cast.vote().evidenceKey());
      if (!known) {
        counted.add(cast);
      }
    }
    return counted.stream()
        .map(cast -> new Voter(cast.learner(), cast.vote().patternId(), cast.vote().score()))
        .toList();
  }
}
