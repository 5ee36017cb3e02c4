/**
 * Puts a live session through a day of faults and kills against the stub exchange, and checks it.
 */
@NullMarked
package mycelial.bench.live;

import org.jspecify.annotations.NullMarked;
