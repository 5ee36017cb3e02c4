package mycelial.config;

/**
 * The fire drill.
 *
 * @param mode whether there is one
 * @param spreadPercent probability that a learner believes what it hears a peer claim, percent
 */
public record AdversarySettings(Adversary mode, double spreadPercent) {

  static AdversarySettings read(Section in) {
    return new AdversarySettings(
        in.choice("adversary", Adversary.NONE), in.real("adversary-spread-percent", 5, 0, 100));
  }
}
