package mycelial.config;

/**
 * When one family of patterns leads too many learners. Shares are in percent of the learners that
 * watch the family's pair and so could be led by it.
 *
 * @param quarantinePercent share at which the family is quarantined
 * @param brakePercent share at which no further learner may take the family in
 * @param leastSusceptible learners that must watch a pair before a share means anything
 * @param quarantineMinutes how long learners refuse the family
 */
public record ContagionSettings(
    double quarantinePercent, double brakePercent, int leastSusceptible, int quarantineMinutes) {

  static ContagionSettings read(Section in) {
    var settings =
        new ContagionSettings(
            in.real("contagion-percent", 80, 1, 100),
            in.real("contagion-brake-percent", 50, 1, 100),
            in.integer("contagion-susceptible", 5, 1, 10_000),
            in.integer("quarantine-minutes", 1440, 1, 525_600));
    in.check(
        settings.brakePercent <= settings.quarantinePercent,
        "contagion-brake-percent",
        Numbers.plain(settings.brakePercent)
            + " is above risk.contagion-percent, "
            + Numbers.plain(settings.quarantinePercent));
    return settings;
  }
}
