package mycelial.colony;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mycelial.message.Envelope;
import mycelial.message.PatternCandidate;
import mycelial.message.PatternConfirmed;

/**
 * Remembers the votes of the newest two bars until an agreement says which of them counted, so that
 * only those need be kept. Looked up, never walked through in an order that shows. Used by the
 * thread that owns the model.
 */
final class CountedVotes {
  /** Identifies a vote as an agreement does. */
  private record Key(int learner, String patternId, long barEnd) {}

  private final Map<Key, Envelope> votes = new LinkedHashMap<>();
  private long newestBar;

  void heard(Envelope envelope, PatternCandidate vote) {
    if (vote.barEnd() > newestBar) {
      long before = newestBar;
      newestBar = vote.barEnd();
      votes.keySet().removeIf(old -> old.barEnd() < before);
    }
    votes.put(new Key(envelope.source(), vote.patternId(), vote.barEnd()), envelope);
  }

  /** The votes behind an agreement in the order in which it names them, each only once. */
  List<Envelope> counted(PatternConfirmed agreed) {
    List<Envelope> counted = new ArrayList<>();
    for (PatternConfirmed.Voter voter : agreed.voters()) {
      Envelope vote = votes.remove(new Key(voter.agent(), voter.patternId(), agreed.barEnd()));
      if (vote != null) {
        counted.add(vote);
      }
    }
    return counted;
  }
}
