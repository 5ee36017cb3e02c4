package mycelial.config;

import java.util.List;
import mycelial.market.Moat;

/**
 * What the moat miners listen to.
 *
 * @param code programming languages, the keys of {@code repo-data} channels
 * @param logistics regions, the keys of {@code logistics-data} channels
 * @param government regions, the keys of {@code govt-data} channels
 * @param corporations sectors, the keys of {@code corp-data} channels
 * @param missingNoticeMinutes time between two notices that a target is missing
 * @param staleHours silence after which a target is missing
 * @param levelWindow newest values of a field among which its level is a rank
 */
public record MoatSettings(
    List<String> code,
    List<String> logistics,
    List<String> government,
    List<String> corporations,
    int missingNoticeMinutes,
    int staleHours,
    int levelWindow) {
  /** Values that a level needs. */
  public static final int LEVEL_MINIMUM = 20;

  /** Copies the lists. */
  public MoatSettings {
    code = List.copyOf(code);
    logistics = List.copyOf(logistics);
    government = List.copyOf(government);
    corporations = List.copyOf(corporations);
  }

  /**
   * The configured targets of a moat.
   *
   * @throws IllegalArgumentException for Finance, whose targets are the pairs
   */
  public List<String> targets(Moat moat) {
    return switch (moat) {
      case FINANCE -> throw new IllegalArgumentException("the targets of Finance are the pairs");
      case CODE -> code;
      case LOGISTICS -> logistics;
      case GOVERNMENT -> government;
      case CORPORATIONS -> corporations;
    };
  }

  static MoatSettings read(Section in) {
    return new MoatSettings(
        in.targets("code", List.of("Python")),
        in.targets("logistics", List.of("US-West")),
        in.targets("government", List.of("US-Federal")),
        in.targets("corporations", List.of("Tech")),
        in.integer("missing-notice-minutes", 60, 1, 10_080),
        in.integer("stale-hours", 48, 1, 8784),
        in.integer("level-window", 500, LEVEL_MINIMUM, 100_000));
  }
}
