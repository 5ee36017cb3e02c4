package mycelial.learning;

import mycelial.ledger.ExitPlan;

/**
 * A trade on paper of paper: what a rule would have done.
 *
 * @param entryMid mid price at which it was opened, quote currency
 * @param entryTime when, seconds since the epoch
 * @param plan where and when it ends
 */
record VirtualTrade(double entryMid, double entryTime, ExitPlan plan) {
  /**
   * Whether a price range at a time can be passed over: it lies strictly between stop and target
   * and the deadline has not come. Then no exit rule can apply, whatever the order of prices was.
   */
  boolean isUntouched(double low, double high, double time) {
    double lower = Math.min(plan.stop(), plan.target());
    double upper = Math.max(plan.stop(), plan.target());
    return low > lower && high < upper && time < plan.deadline();
  }
}
