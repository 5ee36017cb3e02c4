/** Explorers: score pairs on what they have seen and propose the best. */
@NullMarked
package mycelial.agent.explorer;

import org.jspecify.annotations.NullMarked;
