package mycelial.agent.builder;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import mycelial.agent.Agent;
import mycelial.agent.AgentIdentity;
import mycelial.agent.builder.Posts.Post;
import mycelial.agent.builder.Proposals.Consensus;
import mycelial.market.Pair;
import mycelial.market.StrategyType;
import mycelial.message.BuildNotice;
import mycelial.message.BuildNotice.Kind;
import mycelial.message.Channel;
import mycelial.message.Envelope;
import mycelial.message.ProspectingProposal;
import mycelial.message.Topic;

/**
 * Gives a pair an analyst when two explorers of a team agree on it or an instigator asks for one,
 * and takes it away again when nobody has proposed the pair for long. Whatever it does or refuses
 * is announced with its reason.
 *
 * <p>There are never more analysts than the cap; there, a consensus may replace the analyst that
 * has been idle for longest, if its pair has not been proposed for a cooldown and the last proposal
 * was less sure than the consensus. A pair whose analyst was retired, or that was refused for the
 * cap, is left alone for a cooldown; a consensus that comes meanwhile is refused once. Idle
 * analysts are retired when the builder next hears anything; a pair's positions are closed by the
 * ledgers' own exits. Bootstrap analysts stay.
 */
public final class BuilderAgent extends Agent {
  private static final long serialVersionUID = 1L;
  private static final Channel NOTICES = Channel.of(Topic.SYSTEM_BUILD_REQUEST);

  private final transient BuilderRules rules;
  private final transient AnalystDesk desk;
  private final transient IntFunction<String> names;
  private final transient Proposals proposals;
  private final transient Posts posts = new Posts();
  private final transient Cooldowns cooldowns;
  private final transient List<Consensus> agreed = new ArrayList<>();
  private final transient List<BuildNotice> requests = new ArrayList<>();
  private final transient Map<Kind, Long> counts = new TreeMap<>();
  private long actions;

  /**
   * The builder of a colony.
   *
   * @param names the names of agents by id, for reasons
   */
  public BuilderAgent(
      AgentIdentity identity, BuilderRules rules, AnalystDesk desk, IntFunction<String> names) {
    super(identity);
    this.rules = rules;
    this.desk = desk;
    this.names = names;
    this.proposals = new Proposals(rules);
    this.cooldowns = new Cooldowns(60.0 * rules.builder().cooldownMinutes());
  }

  /** How often it has announced that, refusals and deployments at the start included. */
  public long count(Kind kind) {
    return counts.getOrDefault(kind, 0L);
  }

  @Override
  public List<Channel> subscriptions() {
    return List.of(
        Channel.proposals(StrategyType.HFT),
        Channel.proposals(StrategyType.DAY),
        Channel.proposals(StrategyType.SWING),
        NOTICES);
  }

  @Override
  public List<String> watches() {
    return rules.mined().stream().map(Pair::name).toList();
  }

  @Override
  protected void onStart() {
    for (Pair pair : desk.pairs()) {
      boolean bootstrap = rules.analysts().bootstrap().contains(pair);
      if (!bootstrap) {
        posts.open(pair, context().now(), 0);
      }
      announce(Kind.DEPLOYED, pair, bootstrap ? "bootstrap" : "configured");
    }
  }

  @Override
  protected void onMessage(Envelope envelope) {
    switch (envelope.body()) {
      case ProspectingProposal proposal -> {
        double now = context().now();
        posts.proposed(proposal.pair(), now, proposal.confidence());
        proposals.hear(envelope.source(), proposal, now).ifPresent(agreed::add);
      }
      case BuildNotice notice when notice.kind() == Kind.REQUEST -> requests.add(notice);
      default -> {
        // Its own notices come back to it.
      }
    }
  }

  @Override
  protected void act() {
    retireIdle();
    List<Consensus> consensuses = List.copyOf(agreed);
    agreed.clear();
    consensuses.forEach(this::consider);
    List<BuildNotice> asked = List.copyOf(requests);
    requests.clear();
    asked.forEach(this::answer);
  }

  private void retireIdle() {
    int hours = rules.builder().idleHours();
    for (Post post : posts.idleSince(context().now() - 3600.0 * hours)) {
      retire(post.pair(), "nobody has proposed it for " + hours + " h");
    }
  }

  private void consider(Consensus consensus) {
    Pair pair = consensus.pair();
    if (desk.pairs().contains(pair)) {
      return;
    }
    if (cooldowns.isCooling(pair, context().now())) {
      if (cooldowns.isNew(pair)) {
        announce(Kind.REFUSED, pair, cooling(pair));
      }
      return;
    }
    if (!rules.mined().contains(pair)) {
      announce(Kind.REFUSED, pair, "no miner announces it");
    } else if (isFull() && !makePlaceFor(consensus)) {
      cooldowns.start(pair, context().now());
      announce(Kind.REFUSED, pair, full() + "; " + words(consensus));
    } else {
      deploy(pair, consensus.confidence());
      announce(Kind.DEPLOYED, pair, words(consensus));
    }
  }

  private boolean makePlaceFor(Consensus better) {
    double cooldown = 60.0 * rules.builder().cooldownMinutes();
    Post idle = posts.longestIdle(context().now() - cooldown).orElse(null);
    if (idle == null || idle.score() >= better.confidence()) {
      return false;
    }
    retire(
        idle.pair(),
        String.format(
            Locale.ROOT,
            "makes place for %s with %.2f; its own last proposal had %.2f, %.1f h ago",
            better.pair(),
            better.confidence(),
            idle.score(),
            (context().now() - idle.proposed()) / 3600));
    return true;
  }

  private void answer(BuildNotice request) {
    Pair pair = request.pair();
    double now = context().now();
    if (desk.pairs().contains(pair)) {
      refuse(request, "there is one already");
    } else if (!rules.mined().contains(pair)) {
      refuse(request, "no miner announces it");
    } else if (cooldowns.isCooling(pair, now)) {
      refuse(request, cooling(pair));
    } else if (isFull()) {
      cooldowns.start(pair, now);
      refuse(request, full());
    } else {
      deploy(pair, 0);
      announce(new BuildNotice(Kind.DEPLOYED, request.requestId(), pair, "asked for"));
    }
  }

  private void refuse(BuildNotice request, String reason) {
    announce(new BuildNotice(Kind.REFUSED, request.requestId(), request.pair(), reason));
  }

  private void deploy(Pair pair, double score) {
    desk.deploy(pair);
    posts.open(pair, context().now(), score);
  }

  private void retire(Pair pair, String reason) {
    desk.retire(pair);
    posts.close(pair);
    cooldowns.start(pair, context().now());
    announce(Kind.RETIRED, pair, reason);
  }

  private boolean isFull() {
    return desk.pairs().size() >= rules.analysts().maximum();
  }

  private String full() {
    return "at the cap of " + rules.analysts().maximum();
  }

  private String cooling(Pair pair) {
    return "cooling down until " + Instant.ofEpochMilli((long) (1000 * cooldowns.until(pair)));
  }

  private String words(Consensus consensus) {
    return String.format(
        Locale.ROOT,
        "%s: %s %.2f and %s %.2f, mean %.2f",
        consensus.team(),
        names.apply(consensus.first().explorer()),
        consensus.first().confidence(),
        names.apply(consensus.second().explorer()),
        consensus.second().confidence(),
        consensus.confidence());
  }

  private void announce(Kind kind, Pair pair, String reason) {
    announce(new BuildNotice(kind, "build-" + ++actions, pair, reason));
  }

  private void announce(BuildNotice notice) {
    counts.merge(notice.kind(), 1L, Long::sum);
    publish(NOTICES, notice);
  }
}
