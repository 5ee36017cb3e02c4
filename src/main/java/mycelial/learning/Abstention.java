package mycelial.learning;

/** Why a rule that fired brought no vote that counts. */
public enum Abstention {
  /** Too few outcomes, or none that pay. */
  WEAK_EVIDENCE("its evidence is too weak to be worth anything"),
  /** Its value times its licence's factor is less than a vote needs. */
  UNDER_MINIMUM("its value is under what a vote needs"),
  /** It is worth a vote, but the council has not licensed it. */
  UNLICENSED("it has no licence"),
  /** The council had announced the agreement on this bar already. */
  AGREED("its pair and direction were agreed on already"),
  /** A better rule of the same learner votes on the pair and direction. */
  OUTDONE("a better rule of the same learner voted"),
  /** Memory warns of the state in which it fired. */
  MEMORY("memory warned of such states"),
  /** It is worth much less than the best that the council has heard lately. */
  UNDER_STANDARD("it was worth much less than the best that the council had heard");

  private final String words;

  Abstention(String words) {
    this.words = words;
  }

  /** For people. */
  public String words() {
    return words;
  }
}
