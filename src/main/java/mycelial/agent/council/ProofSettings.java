package mycelial.agent.council;

import mycelial.config.LearningSettings;

/**
 * What an instigator needs to know to grade rules.
 *
 * @param learning the false discovery level
 * @param learners how many learners try rules
 */
public record ProofSettings(LearningSettings learning, int learners) {}
