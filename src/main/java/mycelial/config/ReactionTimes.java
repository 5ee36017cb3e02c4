package mycelial.config;

/**
 * How long each role takes to answer a message: part of the model. Seconds, multiples of 1/64 (the
 * learners' drawn ones of 1/4), so that schedule times stay exact.
 *
 * @param learnerMinimum fastest learner
 * @param learnerMaximum slowest learner
 * @param analyst technical analysts
 * @param miner data miners
 * @param instigator instigators
 * @param trader the trader
 * @param riskManager the risk manager
 * @param memory the memory
 * @param learnerConfirming a learner that publishes an idea already confirmed
 * @param explorer explorers
 * @param builder the builder
 * @param researcher researchers
 */
public record ReactionTimes(
    double learnerMinimum,
    double learnerMaximum,
    double analyst,
    double miner,
    double instigator,
    double trader,
    double riskManager,
    double memory,
    double learnerConfirming,
    double explorer,
    double builder,
    double researcher) {
  private static final double TICK = 1.0 / 64;
  private static final double QUARTER = 0.25;

  static ReactionTimes read(Section in) {
    var times =
        new ReactionTimes(
            seconds(in, "learner-minimum", QUARTER, QUARTER),
            seconds(in, "learner-maximum", 3, QUARTER),
            seconds(in, "analyst", 0.25, TICK),
            seconds(in, "miner", TICK, TICK),
            seconds(in, "instigator", 0.0625, TICK),
            seconds(in, "trader", TICK, TICK),
            seconds(in, "risk-manager", 0.25, TICK),
            seconds(in, "memory", 0.25, TICK),
            seconds(in, "learner-confirming", TICK, TICK),
            seconds(in, "explorer", 1, TICK),
            seconds(in, "builder", 0.25, TICK),
            seconds(in, "researcher", 0.5, TICK));
    in.check(
        times.learnerMinimum <= times.learnerMaximum,
        "learner-minimum",
        Numbers.plain(times.learnerMinimum)
            + " is more than reactions.learner-maximum, "
            + Numbers.plain(times.learnerMaximum));
    return times;
  }

  private static double seconds(Section in, String key, double fallback, double step) {
    double value = in.real(key, fallback, step, 60);
    double nearest = Math.rint(value / step) * step;
    in.check(
        value == nearest,
        key,
        Numbers.plain(value)
            + " is not a multiple of 1/"
            + Math.round(1 / step)
            + " second; the nearest is "
            + Numbers.plain(nearest));
    return value;
  }
}
