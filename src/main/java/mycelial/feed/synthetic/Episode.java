package mycelial.feed.synthetic;

import mycelial.market.Pair;

/**
 * One occurrence of a planted effect; of a decoy, the drift is what does not come. Instants are
 * seconds since the epoch.
 *
 * @param effect number of the effect
 * @param pair the pair that drifts
 * @param precursorStart when the precursor begins
 * @param driftStart when the drift begins; the precursor is complete at least a minute before
 * @param driftEnd when the drift is over
 */
public record Episode(int effect, Pair pair, long precursorStart, long driftStart, long driftEnd) {}
