/** Miners: turn a feed's bars into market data with features, and moat signals into moat data. */
@NullMarked
package mycelial.agent.miner;

import org.jspecify.annotations.NullMarked;
