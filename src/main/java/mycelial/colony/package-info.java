/**
 * The colony: MASON's state and schedule, the pacer, the roster, sessions and the wiring of every
 * adapter.
 */
@NullMarked
package mycelial.colony;

import org.jspecify.annotations.NullMarked;
