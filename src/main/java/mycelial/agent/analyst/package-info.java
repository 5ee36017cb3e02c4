/** Analysts: classical technical analysis, the baseline that the swarm is measured against. */
@NullMarked
package mycelial.agent.analyst;

import org.jspecify.annotations.NullMarked;
