package mycelial.config;

import mycelial.market.StrategyType;

/**
 * The explorers, who propose pairs to the builder.
 *
 * @param perTeam members of each of the three teams
 * @param minimumConfidence confidence below which a pair is not proposed, 0 to 1
 * @param hft the team HFT
 * @param day the team DAY
 * @param swing the team SWING
 */
public record ExplorerSettings(
    int perTeam, double minimumConfidence, TeamSettings hft, TeamSettings day, TeamSettings swing) {

  static ExplorerSettings read(Section in) {
    return new ExplorerSettings(
        in.integer("per-team", 3, 0, 100),
        in.real("minimum-confidence", 0.5, 0, 1),
        TeamSettings.read(in, "hft", 15, 1),
        TeamSettings.read(in, "day", 60, 24),
        TeamSettings.read(in, "swing", 240, 168));
  }

  /**
   * The settings of a team.
   *
   * @throws IllegalArgumentException when there is no such team
   */
  public TeamSettings team(StrategyType type) {
    return switch (type) {
      case HFT -> hft;
      case DAY -> day;
      case SWING -> swing;
      case GENERIC -> throw new IllegalArgumentException("there is no team GENERIC");
    };
  }
}
