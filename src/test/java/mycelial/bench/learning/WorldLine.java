package mycelial.bench.learning;

import java.util.Map;

/**
 * What came of one trial: one line of JSON in a file of results.
 *
 * @param build identifies the program and the way of judging
 * @param key the trial's
 * @param experiment what it is for
 * @param variant which configuration
 * @param world what was hidden in it
 * @param seed of world and colony
 * @param days length
 * @param bars closed bars announced
 * @param seconds of play on the wall
 * @param ruleEvaluations of all learners
 * @param digest of the run
 * @param licensed rules that were ever licensed
 * @param streams the ledgers by name
 * @param judgement what was said, held against the truth
 */
record WorldLine(
    String build,
    String key,
    String experiment,
    String variant,
    String world,
    long seed,
    int days,
    long bars,
    double seconds,
    long ruleEvaluations,
    String digest,
    long licensed,
    Map<String, StreamFigures> streams,
    Judgement judgement) {
  /** One ledger: closed trades, how many of them won, P&L in USD and in percent of the capital. */
  record StreamFigures(long trades, long wins, double pnl, double pnlPercent) {}
}
