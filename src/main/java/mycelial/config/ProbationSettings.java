package mycelial.config;

import java.math.BigDecimal;

/**
 * When the account trades a pair smaller, by its cumulative loss there in percent of the size of
 * one position.
 *
 * @param halfPercent loss from which on orders are half as large
 * @param quarterPercent loss from which on they are a quarter
 * @param hibernationPercent loss from which on there are none
 */
public record ProbationSettings(
    BigDecimal halfPercent, BigDecimal quarterPercent, BigDecimal hibernationPercent) {

  static ProbationSettings read(Section in) {
    var settings =
        new ProbationSettings(
            in.decimal("probation-half-percent", "5", "0.1", "1000"),
            in.decimal("probation-quarter-percent", "10", "0.1", "1000"),
            in.decimal("hibernation-percent", "15", "0.1", "1000"));
    in.check(
        settings.halfPercent.compareTo(settings.quarterPercent) < 0,
        "probation-quarter-percent",
        settings.quarterPercent.toPlainString()
            + " is not above risk.probation-half-percent, "
            + settings.halfPercent.toPlainString());
    in.check(
        settings.quarterPercent.compareTo(settings.hibernationPercent) < 0,
        "hibernation-percent",
        settings.hibernationPercent.toPlainString()
            + " is not above risk.probation-quarter-percent, "
            + settings.quarterPercent.toPlainString());
    return settings;
  }
}
