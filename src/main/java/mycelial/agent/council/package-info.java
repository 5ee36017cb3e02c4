/** The council: instigators hold the swarm to its Rule of 3. */
@NullMarked
package mycelial.agent.council;

import org.jspecify.annotations.NullMarked;
