package mycelial.agent.council;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mycelial.config.CouncilSettings;
import mycelial.market.Interval;
import mycelial.market.Pair;
import mycelial.market.Side;
import mycelial.message.Envelope;
import mycelial.message.PatternCandidate;
import mycelial.message.PatternConfirmed;
import mycelial.message.PatternConfirmed.Voter;
import org.jspecify.annotations.Nullable;

/**
 * Counts votes: when enough different learners with different evidence have voted for a pair and
 * direction within the window, they agree, once a bar. An agreement on the bar that follows
 * restates.
 */
final class RuleOfThree {
  private static final class Docket {
    private final Ballot ballot = new Ballot();
    private long confirmedBar = Long.MIN_VALUE;
    private String origin = "";
  }

  private final String prefix;
  private final CouncilSettings settings;
  private final Interval interval;
  private final Map<Pair, Map<Side, Docket>> dockets = new TreeMap<>();
  private long agreements;

  /**
   * @param prefix of the agreements' names
   */
  RuleOfThree(String prefix, List<Pair> pairs, CouncilSettings settings, Interval interval) {
    this.prefix = prefix;
    this.settings = settings;
    this.interval = interval;
    for (Pair pair : pairs) {
      Map<Side, Docket> sides = new EnumMap<>(Side.class);
      for (Side side : Side.values()) {
        sides.put(side, new Docket());
      }
      dockets.put(pair, sides);
    }
  }

  /** Whether votes for a pair are counted here. */
  boolean covers(Pair pair) {
    return dockets.containsKey(pair);
  }

  /** Counts a vote; the agreement if it completes one, else null. */
  @Nullable PatternConfirmed count(Envelope envelope, PatternCandidate vote) {
    Map<Side, Docket> sides = dockets.get(vote.pair());
    Docket docket = sides == null ? null : sides.get(vote.side());
    if (docket == null || docket.confirmedBar == vote.barEnd()) {
      return null;
    }
    docket.ballot.cast(envelope, vote, settings.windowMillis());
    if (docket.ballot.votes() < settings.quorum()) {
      return null;
    }
    List<Voter> voters = docket.ballot.distinctVoters();
    return voters.size() < settings.quorum() ? null : agree(docket, vote, voters);
  }

  private PatternConfirmed agree(Docket docket, PatternCandidate vote, List<Voter> voters) {
    agreements++;
    String id = prefix + agreements;
    boolean goesOn = vote.barEnd() - docket.confirmedBar == interval.seconds();
    String restates = goesOn ? docket.origin : null;
    if (restates == null) {
      docket.origin = id;
    }
    docket.confirmedBar = vote.barEnd();
    docket.ballot.clear();
    return new PatternConfirmed(
        PatternConfirmed.Finding.AGREED,
        id,
        vote.pair(),
        vote.side(),
        voters.getFirst().agent(),
        voters.getFirst().patternId(),
        voters.getFirst().score(),
        voters,
        restates,
        vote.barEnd(),
        voters.size() + " learners with different evidence agree");
  }

  /** Agreements so far, restatements among them. */
  long agreements() {
    return agreements;
  }
}
