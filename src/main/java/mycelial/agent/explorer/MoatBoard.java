package mycelial.agent.explorer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mycelial.market.Moat;
import mycelial.market.MoatProvenance;
import mycelial.market.StrategyType;
import mycelial.message.MoatData;

/**
 * The newest level of each field of each moat's targets. A moat speaks while at least half of its
 * fields lie in an outer fifth of their own past. A moat whose fields have no level, because they
 * are MISSING or have no past yet, cannot be scored.
 */
final class MoatBoard {
  private static final double OUTER = 0.2;
  private static final int MOST_POINTS = 2;

  private final StrategyType team;
  private final Map<Moat, Map<String, Map<String, Double>>> levels = new TreeMap<>();

  /** A board for a team; a moat that the team ignores never counts. */
  MoatBoard(StrategyType team) {
    this.team = team;
  }

  /**
   * What a point of a moat counts for a team: HFT ignores Government and Logistics, whose news are
   * slow, and SWING counts them double.
   */
  static int weight(StrategyType team, Moat moat) {
    return switch (moat) {
      case FINANCE -> 0;
      case CODE, CORPORATIONS -> 1;
      case LOGISTICS, GOVERNMENT ->
          switch (team) {
            case HFT -> 0;
            case SWING -> 2;
            case DAY, GENERIC -> 1;
          };
    };
  }

  void hear(MoatData data) {
    Map<String, Double> fields =
        levels
            .computeIfAbsent(data.moat(), _ -> new TreeMap<>())
            .computeIfAbsent(data.target(), _ -> new TreeMap<>());
    Double level = data.level();
    if (level != null) {
      fields.put(data.field(), level);
    } else if (data.provenance() == MoatProvenance.MISSING && !fields.containsKey(data.field())) {
      fields.clear();
    } else {
      fields.remove(data.field());
    }
  }

  /** What the moats say to the team now. */
  Voice voice() {
    int points = 0;
    int available = 0;
    List<String> speaking = new ArrayList<>();
    for (Map.Entry<Moat, Map<String, Map<String, Double>>> moat : levels.entrySet()) {
      List<Double> known =
          moat.getValue().values().stream().flatMap(fields -> fields.values().stream()).toList();
      int weight = known.isEmpty() ? 0 : weight(team, moat.getKey());
      available += weight;
      long outer = known.stream().filter(level -> level <= OUTER || level >= 1 - OUTER).count();
      if (weight > 0 && 2 * outer >= known.size()) {
        points += weight;
        speaking.add(moat.getKey().label());
      }
    }
    String words =
        available == 0 ? "not known" : speaking.isEmpty() ? "calm" : String.join(", ", speaking);
    return new Voice(Math.min(points, MOST_POINTS), Math.min(available, MOST_POINTS), words);
  }

  /**
   * Points of the moats.
   *
   * @param points found, 0 to 2
   * @param available that could have been found, 0 to 2
   * @param words who speaks
   */
  record Voice(int points, int available, String words) {}
}
