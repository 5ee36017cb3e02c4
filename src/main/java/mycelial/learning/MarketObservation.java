package mycelial.learning;

import mycelial.market.Bar;
import mycelial.market.FeatureVector;
import mycelial.market.Pair;
import mycelial.market.Quote;
import org.jspecify.annotations.Nullable;

/**
 * What a learner gets to see of a pair at one instant.
 *
 * @param pair the pair
 * @param bar the bar that has closed, if one did
 * @param quote the price known now, if one is
 * @param features the features at the close of the bar; not looked at without one
 * @param gap whether a silence longer than the limit lies before the bar
 */
public record MarketObservation(
    Pair pair, @Nullable Bar bar, @Nullable Quote quote, FeatureVector features, boolean gap) {}
