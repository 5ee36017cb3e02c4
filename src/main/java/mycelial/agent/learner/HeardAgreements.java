package mycelial.agent.learner;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mycelial.learning.Abstention;
import mycelial.learning.Standard;
import mycelial.learning.Vote;
import mycelial.market.Pair;
import mycelial.market.Side;
import mycelial.message.PatternConfirmed;
import org.jspecify.annotations.Nullable;

/**
 * What a learner has heard of its peers' agreements. It tells which votes the council would not
 * count, and which are therefore not worth a message: those on what has been agreed on already, and
 * those below the standard that the votes agreed on have set.
 */
final class HeardAgreements {
  private static final class Docket {
    private final Standard standard = new Standard();
    private final Map<Side, Long> agreedBars = new EnumMap<>(Side.class);
  }

  private final Map<Pair, Docket> dockets = new TreeMap<>();

  HeardAgreements(List<Pair> watched) {
    watched.forEach(pair -> dockets.put(pair, new Docket()));
  }

  /** Whether agreements on that pair are of interest. */
  boolean covers(Pair pair) {
    return dockets.containsKey(pair);
  }

  /** Notes an agreement; one on a pair that is not watched is ignored. */
  void hear(PatternConfirmed agreed) {
    Docket docket = dockets.get(agreed.pair());
    if (docket != null) {
      docket.agreedBars.put(agreed.side(), agreed.barEnd());
      for (PatternConfirmed.Voter voter : agreed.voters()) {
        docket.standard.admits(voter.score(), agreed.barEnd());
      }
    }
  }

  /** Why the council would not count a vote, as far as is known here; null when it may. */
  @Nullable Abstention against(Vote vote) {
    Docket docket = dockets.get(vote.rule().pair());
    if (docket == null) {
      return null;
    }
    Long agreed = docket.agreedBars.get(vote.rule().side());
    if (agreed != null && agreed == vote.barEnd()) {
      return Abstention.AGREED;
    }
    return docket.standard.wouldAdmit(vote.value(), vote.barEnd())
        ? null
        : Abstention.UNDER_STANDARD;
  }
}
