package mycelial.config;

/**
 * When the builder deploys and retires analysts.
 *
 * @param confidence mean confidence of two explorers of a team that makes a consensus, 0 to 1
 * @param cooldownMinutes how long a pair is left alone after its analyst was retired or refused
 * @param idleHours an analyst whose pair nobody has proposed for this long is retired
 */
public record BuilderSettings(double confidence, int cooldownMinutes, int idleHours) {

  static BuilderSettings read(Section in) {
    return new BuilderSettings(
        in.real("confidence", 0.7, 0, 1),
        in.integer("cooldown-minutes", 60, 0, 10_080),
        in.integer("idle-hours", 24, 1, 8784));
  }
}
