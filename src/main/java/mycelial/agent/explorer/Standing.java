package mycelial.agent.explorer;

/**
 * What a pair looks like over an explorer's look-back.
 *
 * @param turnover traded a bar, quote currency
 * @param turnoverSurge turnover of the newest quarter over that of the whole
 * @param volatility root mean square of the bars' returns
 * @param volatilitySurge volatility of the newest quarter over that of the whole
 * @param illiquidity move of the price for a unit of money traded (Amihud: Illiquidity and stock
 *     returns, 2002; as a ratio of sums, so that bars without trades do no harm); infinite where
 *     nothing is traded
 * @param quietShare share of bars in which nothing was traded, 0 to 1
 * @param drift how far the price has come, in standard deviations of a random walk of as many bars
 *     of this volatility; negative where it fell
 */
record Standing(
    double turnover,
    double turnoverSurge,
    double volatility,
    double volatilitySurge,
    double illiquidity,
    double quietShare,
    double drift) {}
