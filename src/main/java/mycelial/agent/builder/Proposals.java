package mycelial.agent.builder;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import mycelial.market.Pair;
import mycelial.market.StrategyType;
import mycelial.message.ProspectingProposal;

/**
 * The newest proposal of each explorer for each pair, and whether two explorers of a team agree.
 * There are at most as many as explorers times pairs.
 */
final class Proposals {
  private record Subject(StrategyType team, Pair pair) implements Comparable<Subject> {
    @Override
    public int compareTo(Subject other) {
      int byTeam = team.compareTo(other.team);
      return byTeam != 0 ? byTeam : pair.compareTo(other.pair);
    }
  }

  /** One explorer's word: its id, its confidence, and when it came, seconds since the epoch. */
  record Word(int explorer, double confidence, double time) {}

  /** Two explorers of a team, the surer one first. */
  record Consensus(Pair pair, StrategyType team, Word first, Word second) {
    double confidence() {
      return (first.confidence() + second.confidence()) / 2;
    }
  }

  private final BuilderRules rules;
  private final Map<Subject, Map<Integer, Word>> words = new TreeMap<>();

  Proposals(BuilderRules rules) {
    this.rules = rules;
  }

  /**
   * Takes a proposal in; the consensus that it completes, if the two surest explorers whose words
   * still count are sure enough.
   */
  Optional<Consensus> hear(int explorer, ProspectingProposal proposal, double now) {
    Subject subject = new Subject(proposal.team(), proposal.pair());
    Map<Integer, Word> heard = words.computeIfAbsent(subject, _ -> new TreeMap<>());
    heard.put(explorer, new Word(explorer, proposal.confidence(), now));
    heard.values().removeIf(word -> now - word.time() > rules.window(proposal.team()));
    if (heard.size() < 2) {
      return Optional.empty();
    }
    List<Word> surest = new ArrayList<>(heard.values());
    surest.sort(Comparator.comparingDouble(Word::confidence).reversed());
    Consensus consensus =
        new Consensus(proposal.pair(), proposal.team(), surest.get(0), surest.get(1));
    return Optional.of(consensus)
        .filter(agreed -> agreed.confidence() >= rules.builder().confidence());
  }
}
