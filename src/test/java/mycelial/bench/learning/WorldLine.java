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
 * @param failures times that an agent has thrown: figures of such a world mean little
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
    long failures,
    Map<String, StreamFigures> streams,
    Judgement judgement) {
  /** The same result, where another experiment or variant asks for the same play. */
  WorldLine as(Trial trial) {
    return new WorldLine(
        build,
        key,
        trial.experiment().label(),
        trial.variant().label(),
        world,
        seed,
        days,
        bars,
        seconds,
        ruleEvaluations,
        digest,
        licensed,
        failures,
        streams,
        judgement);
  }

  /** One ledger: closed trades, how many of them won, P&L in USD and in percent of the capital. */
  record StreamFigures(long trades, long wins, double pnl, double pnlPercent) {}
}
