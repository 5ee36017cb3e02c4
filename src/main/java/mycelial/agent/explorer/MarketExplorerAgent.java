package mycelial.agent.explorer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mycelial.agent.Agent;
import mycelial.agent.AgentIdentity;
import mycelial.market.Bar;
import mycelial.market.Moat;
import mycelial.market.Pair;
import mycelial.message.Channel;
import mycelial.message.Envelope;
import mycelial.message.MarketData;
import mycelial.message.MoatData;
import mycelial.message.ProspectingProposal;
import mycelial.message.Topic;

/**
 * Scores all pairs on the eight-point scale over its look-back and proposes the best to the builder
 * once a period. Its confidence in a pair is the share of the available points that the pair has,
 * times how much of the look-back has been seen. Nothing is drawn by lot.
 */
public final class MarketExplorerAgent extends Agent {
  private static final long serialVersionUID = 1L;
  private static final int MOST_PROPOSALS = 3;
  private static final long NEVER = Long.MIN_VALUE;

  private final transient Assignment assignment;
  private final transient List<Channel> channels;
  private final transient List<String> watched;
  private final transient Map<Pair, PairWindow> windows = new TreeMap<>();
  private final transient MoatBoard moats;
  private long newestEnd;
  private long period = NEVER;
  private long proposals;

  /**
   * An explorer of these pairs.
   *
   * @param moatChannels channels of moats that may be read; those that its team ignores are not
   */
  public MarketExplorerAgent(
      AgentIdentity identity, List<Pair> pairs, List<Channel> moatChannels, Assignment assignment) {
    super(identity);
    this.assignment = assignment;
    this.moats = new MoatBoard(assignment.team());
    this.watched = pairs.stream().map(Pair::name).toList();
    List<Channel> read = new ArrayList<>();
    for (Pair pair : pairs) {
      windows.put(pair, new PairWindow(assignment.lookBackBars()));
      read.add(Channel.marketData(pair));
    }
    moatChannels.stream().filter(this::counts).forEach(read::add);
    this.channels = List.copyOf(read);
  }

  private boolean counts(Channel channel) {
    for (Moat moat : Moat.values()) {
      if (Topic.of(moat) == channel.topic()) {
        return MoatBoard.weight(assignment.team(), moat) > 0;
      }
    }
    return false;
  }

  /** Proposals made. */
  public long proposals() {
    return proposals;
  }

  @Override
  public List<Channel> subscriptions() {
    return channels;
  }

  @Override
  public List<String> watches() {
    return watched;
  }

  @Override
  protected void onMessage(Envelope envelope) {
    switch (envelope.body()) {
      case MarketData data when data.bar() != null -> see(data, data.bar());
      case MoatData data -> moats.hear(data);
      default -> {
        // A quote without a bar says nothing that the bar will not say.
      }
    }
  }

  private void see(MarketData data, Bar bar) {
    PairWindow window = windows.get(data.pair());
    if (window != null) {
      window.add(bar, data.gap());
      newestEnd = Math.max(newestEnd, bar.end());
    }
  }

  @Override
  protected void act() {
    if (newestEnd == 0) {
      return;
    }
    long now = assignment.period(newestEnd / 60);
    if (now > period) {
      boolean first = period == NEVER;
      period = now;
      if (!first) {
        propose();
      }
    }
  }

  private void propose() {
    List<Pair> pairs = new ArrayList<>();
    List<Standing> standings = new ArrayList<>();
    windows.forEach((pair, window) -> {
      if (window.barEnd() == newestEnd) {
        pairs.add(pair);
        standings.add(window.standing());
      }
    });
    Scorer scorer = new Scorer(standings, moats.voice());
    List<Find> found = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      Scorer.Score score = scorer.score(standings.get(i));
      PairWindow window = windows.getOrDefault(pairs.get(i), new PairWindow(1));
      double confidence = score.share() * window.fullness();
      found.add(new Find(pairs.get(i), standings.get(i), score, confidence));
    }
    // The sort is stable: pairs that are equally good stay in the order of their names.
    found.sort(Comparator.comparingDouble(Find::confidence).reversed());
    found.stream()
        .filter(find -> find.confidence() >= assignment.minimumConfidence())
        .limit(MOST_PROPOSALS)
        .forEach(find -> publish(proposal(find, scorer)));
  }

  /** What a pair comes to. */
  private record Find(Pair pair, Standing standing, Scorer.Score score, double confidence) {}

  private ProspectingProposal proposal(Find find, Scorer scorer) {
    return new ProspectingProposal(
        find.pair(),
        assignment.team(),
        find.score().points(),
        find.score().available(),
        find.confidence(),
        newestEnd,
        scorer.reason(find.standing(), find.score()));
  }

  private void publish(ProspectingProposal proposal) {
    proposals++;
    publish(Channel.proposals(assignment.team()), proposal);
  }
}
