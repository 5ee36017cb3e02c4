package mycelial.agent.council;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mycelial.agent.Agent;
import mycelial.agent.AgentIdentity;
import mycelial.config.CouncilSettings;
import mycelial.market.Interval;
import mycelial.market.Pair;
import mycelial.market.Side;
import mycelial.message.Channel;
import mycelial.message.Envelope;
import mycelial.message.PatternCandidate;
import mycelial.message.PatternConfirmed;
import mycelial.message.PatternConfirmed.Voter;
import mycelial.message.Topic;
import org.jspecify.annotations.Nullable;

/**
 * Enforces the Rule of 3 for its pairs: when enough different learners with different evidence have
 * voted for a pair and direction within the window, it announces the confirmation, once a bar. A
 * confirmation on the bar that follows restates.
 */
public final class MycelialInstigatorAgent extends Agent {
  private static final long serialVersionUID = 1L;

  private static final class Docket {
    private final Ballot ballot = new Ballot();
    private long confirmedBar = Long.MIN_VALUE;
    private String origin = "";
  }

  private final transient List<Pair> pairs;
  private final transient CouncilSettings settings;
  private final transient Interval interval;
  private final transient Map<Pair, Map<Side, Docket>> dockets = new TreeMap<>();
  private long confirmations;
  private @Nullable PatternConfirmed last;

  /** The instigator of those pairs. */
  public MycelialInstigatorAgent(
      AgentIdentity identity, List<Pair> pairs, CouncilSettings settings, Interval interval) {
    super(identity);
    this.pairs = List.copyOf(pairs);
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

  @Override
  public List<Channel> subscriptions() {
    return List.of(Channel.of(Topic.PATTERN_CANDIDATES));
  }

  @Override
  public List<String> watches() {
    return pairs.stream().map(Pair::name).toList();
  }

  @Override
  protected void onMessage(Envelope envelope) {
    if (envelope.body() instanceof PatternCandidate vote) {
      Docket docket = docket(vote);
      if (docket != null && docket.confirmedBar != vote.barEnd()) {
        docket.ballot.cast(envelope, vote, settings.windowMillis());
        List<Voter> voters = docket.ballot.distinctVoters();
        if (voters.size() >= settings.quorum()) {
          confirm(docket, vote, voters);
        }
      }
    }
  }

  private @Nullable Docket docket(PatternCandidate vote) {
    Map<Side, Docket> sides = dockets.get(vote.pair());
    return sides == null ? null : sides.get(vote.side());
  }

  private void confirm(Docket docket, PatternCandidate vote, List<Voter> voters) {
    confirmations++;
    String id = "m-" + identity().index() + "-" + confirmations;
    boolean goesOn = vote.barEnd() - docket.confirmedBar == interval.seconds();
    String restates = goesOn ? docket.origin : null;
    if (restates == null) {
      docket.origin = id;
    }
    docket.confirmedBar = vote.barEnd();
    docket.ballot.clear();
    PatternConfirmed confirmed =
        new PatternConfirmed(
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
    last = confirmed;
    publish(Channel.of(Topic.PATTERN_CONFIRMED), confirmed);
  }

  @Override
  protected void act() {
    // A ballot is decided by the vote that completes it.
  }

  /** Confirmations so far; read between steps. */
  public long confirmations() {
    return confirmations;
  }

  /** The newest confirmation, or null; read between steps. */
  public @Nullable PatternConfirmed last() {
    return last;
  }
}
