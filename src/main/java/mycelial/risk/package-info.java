/** Says yes or no with a reason: drawdown, contagion, losses by pair, order rate. */
@NullMarked
package mycelial.risk;

import org.jspecify.annotations.NullMarked;
