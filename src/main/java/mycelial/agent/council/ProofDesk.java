package mycelial.agent.council;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mycelial.analysis.FalseDiscovery;
import mycelial.message.EvidenceReport;

/**
 * Weighs what rules have proved against all that the swarm has tried: which rules pass the false
 * discovery level. Every instigator hears every report and so comes to the same conclusion. A rule
 * that has been given up keeps counting with what it had proved by then, as does one that nobody
 * reports because it has proved nothing. Used by one thread.
 */
final class ProofDesk {
  /** A rule of which its learner was told. */
  private static final class Standing {
    private final int learner;
    private final double logWeight;
    private EvidenceReport report;
    private boolean told;

    Standing(EvidenceReport report, int learner, int learners) {
      this.report = report;
      this.learner = learner;
      this.logWeight = FalseDiscovery.logWeight(report.trial(), learners);
    }

    double weighted() {
      return report.logEvidence() + logWeight;
    }
  }

  /** A rule that has become proven, and whose it is. */
  record Proof(int learner, EvidenceReport report) {}

  private final ProofSettings settings;
  private final Map<String, Standing> standings = new TreeMap<>();
  private double limit = Double.POSITIVE_INFINITY;
  private boolean stale;

  /** Whether anything has been heard since {@link #news} was last asked. */
  private boolean heard;

  ProofDesk(ProofSettings settings) {
    this.settings = settings;
  }

  /** Takes in a report, the newest of its rule. */
  void hear(int learner, EvidenceReport report) {
    Standing standing =
        standings.computeIfAbsent(
            report.patternId(),
            _ -> new Standing(report, learner, Math.max(1, settings.learners())));
    standing.report = report;
    stale = true;
    heard = true;
  }

  /** Whether a rule passes now. */
  boolean isProven(String patternId) {
    Standing standing = standings.get(patternId);
    return standing != null && passes(standing);
  }

  private boolean passes(Standing standing) {
    if (!settings.againstAll()) {
      return standing.report.logEvidence() >= -StrictMath.log(settings.level());
    }
    if (stale) {
      double[] weighted = standings.values().stream().mapToDouble(Standing::weighted).toArray();
      limit = FalseDiscovery.limit(weighted, settings.level());
      stale = false;
    }
    return standing.weighted() >= limit;
  }

  /** The rules that pass and never did when this was asked before, by name. */
  List<Proof> news() {
    List<Proof> news = new ArrayList<>();
    if (!heard) {
      return news;
    }
    heard = false;
    for (Standing standing : standings.values()) {
      if (!standing.told && passes(standing)) {
        standing.told = true;
        news.add(new Proof(standing.learner, standing.report));
      }
    }
    return news;
  }
}
