package mycelial.agent;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Streams of random numbers, one for each agent, that follow from the run's seed alone. */
public final class Seeds {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private Seeds() {}

  /** The generator of an agent. */
  public static RandomGenerator generator(long seed, int agentId) {
    return new SplittableRandom(mix(seed + GOLDEN_GAMMA * agentId));
  }

  /**
   * Finaliser of SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators,
   * 2014).
   */
  private static long mix(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
