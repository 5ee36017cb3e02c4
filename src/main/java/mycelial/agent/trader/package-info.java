/** The trader: finds where both streams agree and keeps the ledgers. */
@NullMarked
package mycelial.agent.trader;

import org.jspecify.annotations.NullMarked;
