package mycelial.agent.miner;

import mycelial.market.MoatSignal;
import org.jspecify.annotations.Nullable;

/**
 * Where a field of a moat's target stands.
 *
 * @param signal its newest signal
 * @param level the rank of its value among those before it, 0 to 1; null before there were twenty
 * @param signals how many there have been, those from before the session among them
 */
public record MoatReading(MoatSignal signal, @Nullable Double level, long signals) {}
