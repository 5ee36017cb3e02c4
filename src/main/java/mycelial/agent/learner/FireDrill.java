package mycelial.agent.learner;

import java.util.random.RandomGenerator;
import mycelial.learning.Claim;
import mycelial.learning.Rule;
import mycelial.message.PatternDiscovery;
import org.jspecify.annotations.Nullable;

/**
 * What a fire drill does to one learner: now and then it believes what a peer claims, and patient
 * zero is given a rule that loses with forged evidence. Used by the thread that owns the model.
 */
public final class FireDrill {
  /**
   * A forged rule.
   *
   * @param tick when it is planted, schedule ticks
   * @param rule the rule
   * @param claim the evidence forged for it
   */
  public record Infection(long tick, Rule rule, Claim claim) {}

  private final RandomGenerator random;
  private final double probability;
  private @Nullable Infection infection;

  /**
   * @param random a stream of its own, so that the drill moves no other draw
   * @param probability that a claim is believed, 0 to 1
   */
  public FireDrill(RandomGenerator random, double probability) {
    this.random = random;
    this.probability = probability;
  }

  /** Makes the learner patient zero. */
  public void plant(Infection forged) {
    infection = forged;
  }

  /** Whether the learner believes what it hears now. */
  boolean believes(PatternDiscovery heard) {
    return random.nextDouble() < probability
        && Claim.isCredible(heard.outcomes(), heard.meanReturn(), heard.score());
  }

  /** The infection, once, when its time has come; else null. */
  @Nullable Infection takeInfection(long tick) {
    Infection due = infection;
    if (due == null || tick < due.tick()) {
      return null;
    }
    infection = null;
    return due;
  }
}
