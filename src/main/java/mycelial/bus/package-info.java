/** Carries messages between agents in rounds that lose nothing. */
@NullMarked
package mycelial.bus;

import org.jspecify.annotations.NullMarked;
