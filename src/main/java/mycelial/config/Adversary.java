package mycelial.config;

/** Whether a fire drill is held in the colony. */
public enum Adversary {
  /** No. */
  NONE,
  /** A rule that loses is planted with forged evidence, and learners believe what peers claim. */
  TOXIC
}
