/** The builder: deploys analysts where explorers agree, and retires those that are idle. */
@NullMarked
package mycelial.agent.builder;

import org.jspecify.annotations.NullMarked;
