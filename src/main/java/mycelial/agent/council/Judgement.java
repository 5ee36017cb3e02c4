package mycelial.agent.council;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import mycelial.config.CouncilSettings;
import mycelial.message.MemoryAnswer;
import mycelial.message.PatternConfirmed;
import mycelial.message.PatternConfirmed.Finding;
import mycelial.message.PatternConfirmed.Voter;
import mycelial.message.ValidationResult;

/**
 * Decides a case with what has been answered. Enough approvals license the rule with the median
 * quality of those who approve times what memory leaves of it, unless memory refuses. Silence of
 * memory takes nothing off; a missing researcher does not approve.
 */
final class Judgement {
  private static final int LONGEST_REASON = 500;

  /** Where no approval is needed and nobody approves, research takes nothing off. */
  private static final double FULL = 100;

  private final CouncilSettings settings;

  Judgement(CouncilSettings settings) {
    this.settings = settings;
  }

  /** The announcement for a case; {@code judge} stands for the voters where nobody has voted. */
  PatternConfirmed of(LicenceCase decided, int judge) {
    MemoryAnswer memory = decided.memory();
    boolean approved = decided.approvals() >= settings.researchQuorum();
    boolean licensed =
        approved && (memory == null || memory.advice() != MemoryAnswer.Advice.REFUSE);
    double score = licensed ? median(decided) * (memory == null ? 1 : memory.factor()) : 0;
    return new PatternConfirmed(
        licensed ? Finding.LICENSED : Finding.REFUSED,
        decided.id(),
        decided.candidate().pair(),
        decided.candidate().side(),
        decided.learner(),
        decided.candidate().patternId(),
        score,
        voters(decided, judge),
        null,
        decided.candidate().barEnd(),
        decided.candidate().grade(),
        reason(decided, approved));
  }

  private static double median(LicenceCase decided) {
    double[] qualities =
        decided.votes().stream()
            .filter(ValidationResult::approved)
            .mapToDouble(ValidationResult::quality)
            .sorted()
            .toArray();
    if (qualities.length == 0) {
      return FULL;
    }
    int middle = qualities.length / 2;
    return qualities.length % 2 == 1
        ? qualities[middle]
        : (qualities[middle - 1] + qualities[middle]) / 2;
  }

  private static List<Voter> voters(LicenceCase decided, int judge) {
    String pattern = decided.candidate().patternId();
    List<Voter> voters = new ArrayList<>();
    decided
        .results()
        .forEach((researcher, vote) -> voters.add(new Voter(researcher, pattern, vote.quality())));
    if (voters.isEmpty()) {
      voters.add(new Voter(judge, pattern, 0));
    }
    voters.sort(Comparator.comparingDouble((Voter voter) -> -voter.score()));
    return voters;
  }

  private String reason(LicenceCase decided, boolean approved) {
    StringBuilder text = new StringBuilder();
    text.append(decided.approvals())
        .append(" of ")
        .append(settings.researchers())
        .append(" researchers approve");
    for (Map.Entry<Integer, ValidationResult> vote : decided.results().entrySet()) {
      ValidationResult result = vote.getValue();
      String word =
          result.approved()
              ? String.format(Locale.ROOT, " approves at %.0f", result.quality())
              : " refuses";
      text.append("; ").append(vote.getKey()).append(word).append(": ").append(result.reason());
    }
    int missing = settings.researchers() - decided.results().size();
    if (missing > 0) {
      text.append("; ").append(missing).append(" did not answer in time");
    }
    MemoryAnswer memory = decided.memory();
    if (memory != null) {
      text.append("; memory: ").append(memory.reason());
    } else if (approved) {
      text.append("; memory did not answer in time");
    }
    return text.length() <= LONGEST_REASON
        ? text.toString()
        : text.substring(0, LONGEST_REASON - 3) + "...";
  }
}
