package mycelial.learning;

import mycelial.ledger.ExitPlan;

/**
 * A trade on paper of paper: what a rule would have done.
 *
 * @param entryMid mid price at which it was opened, quote currency
 * @param entryTime when, seconds since the epoch
 * @param plan where and when it ends
 */
record VirtualTrade(double entryMid, double entryTime, ExitPlan plan) {}
