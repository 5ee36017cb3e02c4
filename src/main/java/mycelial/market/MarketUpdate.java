package mycelial.market;

import org.jspecify.annotations.Nullable;

/**
 * What becomes known of a pair at one instant: a bar that has closed, a quote, or both.
 *
 * @param pair the pair
 * @param closed the bar that closed at this instant, if one did
 * @param quote the price known at this instant, if one is; in a replay the open of the bar that
 *     begins
 * @param gap whether a silence longer than the limit lies between this bar and the one before:
 *     indicators start again
 */
public record MarketUpdate(Pair pair, @Nullable Bar closed, @Nullable Quote quote, boolean gap) {}
