/** Values of the market that everything else speaks in: pairs, bars, quotes, features. No I/O. */
@NullMarked
package mycelial.market;

import org.jspecify.annotations.NullMarked;
