package mycelial.agent.council;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import mycelial.config.CouncilSettings;
import mycelial.learning.Standard;
import mycelial.market.EvidenceGrade;
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
 * direction within the window, they agree, once a bar. An agreement on the bar that follows, or
 * while the idea that came of the first one is meant to be held, restates it.
 */
final class RuleOfThree {
  private static final class Docket {
    private final Ballot ballot = new Ballot();
    private final Standard standard;
    private long confirmedBar = Long.MIN_VALUE;
    private long runsUntil = Long.MIN_VALUE;
    private String origin = "";

    /**
     * @param standard of the pair, whatever the direction
     */
    private Docket(Standard standard) {
      this.standard = standard;
    }
  }

  /**
   * How votes are counted.
   *
   * @param settings quorum and window
   * @param interval length of a bar
   * @param proven whether the rule of that name is
   */
  record Terms(CouncilSettings settings, Interval interval, Predicate<String> proven) {}

  private final PatternConfirmed.Finding finding;
  private final String prefix;
  private final Terms terms;
  private final Map<Pair, Map<Side, Docket>> dockets = new TreeMap<>();
  private long agreements;
  private long belowStandard;
  private long restatements;

  /**
   * @param finding what it announces: AGREED where it counts votes, WITHHELD where it counts those
   *     that memory keeps from counting
   * @param prefix of the agreements' names
   */
  RuleOfThree(PatternConfirmed.Finding finding, String prefix, List<Pair> pairs, Terms terms) {
    this.finding = finding;
    this.terms = terms;
    this.prefix = prefix;
    for (Pair pair : pairs) {
      Map<Side, Docket> sides = new EnumMap<>(Side.class);
      Standard standard = new Standard();
      for (Side side : Side.values()) {
        sides.put(side, new Docket(standard));
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
    if (!docket.standard.admits(vote.score(), vote.barEnd())) {
      belowStandard++;
      return null;
    }
    int quorum = terms.settings().quorum();
    docket.ballot.cast(envelope, vote, terms.settings().windowMillis());
    if (docket.ballot.votes() < quorum) {
      return null;
    }
    List<Voter> voters = docket.ballot.distinctVoters(terms.proven());
    return voters.size() < quorum ? null : agree(docket, vote, voters);
  }

  private PatternConfirmed agree(Docket docket, PatternCandidate vote, List<Voter> voters) {
    agreements++;
    String id = prefix + agreements;
    boolean goesOn = vote.barEnd() - docket.confirmedBar == terms.interval().seconds();
    String restates = goesOn || vote.barEnd() < docket.runsUntil ? docket.origin : null;
    if (restates == null) {
      docket.origin = id;
      int horizon = docket.ballot.horizonMinutes(voters.getFirst());
      docket.runsUntil = vote.barEnd() + 60L * horizon;
    } else {
      restatements++;
    }
    docket.confirmedBar = vote.barEnd();
    docket.ballot.clear();
    return new PatternConfirmed(
        finding,
        id,
        vote.pair(),
        vote.side(),
        voters.getFirst().agent(),
        voters.getFirst().patternId(),
        voters.getFirst().score(),
        voters,
        restates,
        vote.barEnd(),
        grade(voters),
        reason(voters.size(), vote.withheld()));
  }

  /** An idea is as good as the rule whose learner publishes it; the others second it. */
  private EvidenceGrade grade(List<Voter> voters) {
    return terms.proven().test(voters.getFirst().patternId())
        ? EvidenceGrade.PROVEN
        : EvidenceGrade.EXPLORATORY;
  }

  private static String reason(int voters, @Nullable String withheld) {
    String agreement = voters + " learners with different evidence agree";
    return withheld == null ? agreement : agreement + ", but memory warns: " + withheld;
  }

  /** Votes that were not counted, since others on the same are worth much more. */
  long belowStandard() {
    return belowStandard;
  }

  /** Agreements so far, restatements among them. */
  long agreements() {
    return agreements;
  }

  /** Agreements that began something, rather than restating it. */
  long beginnings() {
    return agreements - restatements;
  }
}
