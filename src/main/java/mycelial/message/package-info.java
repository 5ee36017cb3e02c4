/**
 * The vocabulary of the colony: one record a topic, and the registry of channels that says who
 * writes and who reads.
 */
@NullMarked
package mycelial.message;

import org.jspecify.annotations.NullMarked;
