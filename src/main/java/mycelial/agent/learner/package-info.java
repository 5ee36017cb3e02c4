/**
 * Learners: each keeps a population of rules, votes when one fires, and publishes the ideas that
 * its peers confirm.
 */
@NullMarked
package mycelial.agent.learner;

import org.jspecify.annotations.NullMarked;
