/** Rules, populations, evidence and decay: how the swarm learns. Pure; no messages, no I/O. */
@NullMarked
package mycelial.learning;

import org.jspecify.annotations.NullMarked;
