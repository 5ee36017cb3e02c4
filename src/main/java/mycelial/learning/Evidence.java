package mycelial.learning;

import mycelial.analysis.BettingEvidence;
import mycelial.analysis.RunningMoments;
import mycelial.market.Pair;

/**
 * The outcomes of one rule, and what follows from them. Evidence covers all outcomes since the
 * rule's birth; only the recent mean forgets, and it decides about lapse and retirement.
 */
final class Evidence {
  /** Weight of the newest outcome in the recent mean. */
  private static final double NEWEST = 0.15;

  /** From this many outcomes on a rule may be given up as hopeless before it can be judged. */
  private static final int HOPELESS_OUTCOMES = 5;

  private static final double HOPELESS_T = -2;

  /** t statistic below which a rule with a negative recent mean is not worth waiting for. */
  private static final double WEAK_T = 1;

  private static final double DECAY_BARS = 10;

  private final RunningMoments moments;
  private final BettingEvidence betting;
  private final double unit;
  private final int minimumOutcomes;
  private final double minimumT;
  private final double decaySeconds;
  private double recentMean;
  private double lastConfirmed;

  /** Nothing is known yet of a rule of that pair. */
  Evidence(BrainSettings settings, Pair pair, double birth) {
    this(settings, pair, new EvidenceState(0, 0, 0, 0, birth, BettingEvidence.nothing()));
  }

  /** Goes on from what was known before. */
  Evidence(BrainSettings settings, Pair pair, EvidenceState known) {
    this.betting = new BettingEvidence(known.logWealth());
    this.unit = settings.evidenceUnit(pair);
    this.moments = new RunningMoments(known.outcomes(), known.mean(), known.squares());
    this.recentMean = known.recentMean();
    this.minimumOutcomes = settings.minimumOutcomes();
    this.minimumT = settings.minimumTStatistic();
    this.decaySeconds = DECAY_BARS * settings.interval().seconds();
    this.lastConfirmed = known.lastConfirmed();
  }

  /** Everything that is known. */
  EvidenceState state() {
    return new EvidenceState(
        moments.count(),
        moments.mean(),
        moments.squares(),
        recentMean,
        lastConfirmed,
        betting.state());
  }

  /** Takes in an outcome, a fraction net of costs, known at that time. */
  void add(double netReturn, double time) {
    recentMean = moments.count() == 0 ? netReturn : recentMean + NEWEST * (netReturn - recentMean);
    moments.add(netReturn);
    betting.add(Math.clamp(netReturn / unit, -1.0, 1.0));
    if (netReturn > 0) {
      lastConfirmed = time;
    }
  }

  /** Counts as confirmed at that time, whatever the last outcome was. */
  void confirm(double time) {
    lastConfirmed = time;
  }

  /**
   * The t statistic at which a rule with so many outcomes, confirmed just now, has that value; see
   * {@link #value}.
   */
  static double tStatisticOf(double value, int outcomes) {
    return 1 - Math.sqrt(outcomes) * StrictMath.log(1 - value / 100);
  }

  int outcomes() {
    return moments.count();
  }

  double mean() {
    return moments.mean();
  }

  double tStatistic() {
    return moments.tStatistic();
  }

  /**
   * Natural logarithm of the e-value of all outcomes since birth, against the hypothesis that what
   * the rule earns net of costs, cut off at three round trips' costs either way, has no mean above
   * zero. The cut keeps a single outcome from deciding, and is the same for gains and losses; a
   * rule that loses seldom and much more than that is kept from trading by its mean, which is not
   * cut.
   */
  double logValue() {
    return betting.logValue();
  }

  /**
   * Enough outcomes, a positive and significant mean, and no negative recent mean: what qualifies a
   * rule for an application to the council.
   */
  boolean isExploratory() {
    return moments.count() >= minimumOutcomes
        && moments.mean() > 0
        && moments.tStatistic() >= minimumT
        && recentMean >= 0;
  }

  /** Whether the rule should make room for another. */
  boolean isSpent() {
    double t = moments.tStatistic();
    if (moments.count() >= minimumOutcomes) {
      return moments.mean() <= 0 || (recentMean <= 0 && t < WEAK_T);
    }
    return moments.count() >= HOPELESS_OUTCOMES && t <= HOPELESS_T;
  }

  /**
   * 100 (1 - exp(-s)), where s is the mean less its standard error, in standard deviations of an
   * outcome: what a trade can be expected to earn for its risk (a Sharpe ratio per trade, with
   * caution), however often it was tried; 0 where s is not positive. Times what is left after
   * losing the given share every ten bars since the last outcome above zero (before one: since
   * birth).
   */
  double value(double now, double decayPercent) {
    double cautious = (moments.tStatistic() - 1) / Math.sqrt(Math.max(1, moments.count()));
    if (moments.mean() <= 0 || cautious <= 0) {
      return 0;
    }
    return 100 * (1 - StrictMath.exp(-cautious)) * decay(now, decayPercent);
  }

  /** What the time since the last confirmation has left, 0 to 1. */
  double decay(double now, double decayPercent) {
    double age = Math.max(0, now - lastConfirmed);
    return StrictMath.pow(1 - decayPercent / 100, age / decaySeconds);
  }

  RuleStatistics statistics() {
    return new RuleStatistics(
        moments.count(),
        moments.mean(),
        moments.variance(),
        moments.tStatistic(),
        recentMean,
        lastConfirmed,
        isExploratory());
  }
}
