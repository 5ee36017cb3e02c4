/**
 * The council: instigators hold the swarm to its Rule of 3 and license its rules, researchers
 * retest them.
 */
@NullMarked
package mycelial.agent.council;

import org.jspecify.annotations.NullMarked;
