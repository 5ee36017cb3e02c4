/**
 * Vectors of past trades and exact recall: what became of trades that were entered in a state like
 * this one. Owns the port through which it is rebuilt from what is stored.
 */
@NullMarked
package mycelial.memory;

import org.jspecify.annotations.NullMarked;
