/** The keeper: remembers closed trades and says what became of states like the one asked about. */
@NullMarked
package mycelial.agent.keeper;

import org.jspecify.annotations.NullMarked;
