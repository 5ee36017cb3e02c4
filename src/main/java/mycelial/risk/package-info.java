/** Says yes or no with a reason: drawdown and other limits on the account. */
@NullMarked
package mycelial.risk;

import org.jspecify.annotations.NullMarked;
