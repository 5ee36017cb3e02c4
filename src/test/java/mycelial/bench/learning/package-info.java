/** Plays many worlds whose truth is known and judges what the swarm said of them. */
@NullMarked
package mycelial.bench.learning;

import org.jspecify.annotations.NullMarked;
