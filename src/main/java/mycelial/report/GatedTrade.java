package mycelial.report;

/**
 * A trade that a gate lets through.
 *
 * @param time of the entry, seconds since the epoch
 * @param returnPercent net of all costs, percent of the entry's value
 * @param pnl net of all costs, quote currency
 * @param weight how often it is let through: 1, or the share of draws or lags in which it is
 */
public record GatedTrade(double time, double returnPercent, double pnl, double weight) {}
