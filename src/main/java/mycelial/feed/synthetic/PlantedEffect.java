package mycelial.feed.synthetic;

import mycelial.market.Pair;
import mycelial.market.Side;

/**
 * One planted effect as the truth file tells it.
 *
 * @param effect its number, from 1
 * @param pair the pair that drifts
 * @param family what kind of sign announces it
 * @param side direction of the drift
 * @param horizonMinutes how long the drift lasts
 * @param driftFraction gross drift, as a signed fraction of the price
 * @param precursor what is to be seen before, in words
 * @param insideGrammar whether two thresholds can describe the precursor
 * @param channel the moat's channel that announces it, or empty
 * @param activeFrom first instant at which it may occur, seconds since the epoch
 * @param activeTo instant from which the drift does not occur any more, seconds since the epoch
 */
public record PlantedEffect(
    int effect,
    Pair pair,
    String family,
    Side side,
    int horizonMinutes,
    double driftFraction,
    String precursor,
    boolean insideGrammar,
    String channel,
    long activeFrom,
    long activeTo) {}
