/** Miners: turn a feed's bars into market data with features. */
@NullMarked
package mycelial.agent.miner;

import org.jspecify.annotations.NullMarked;
