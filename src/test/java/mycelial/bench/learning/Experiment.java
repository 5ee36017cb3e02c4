package mycelial.bench.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import mycelial.feed.synthetic.WorldKind;

/** What can be asked of the swarm, each on worlds of its own. */
enum Experiment {
  /** Does it believe in anything where there is nothing? */
  NOISE(40, 8),
  /** Does it find what is planted? */
  PLANTED(20, 4),
  /** Does it find what hardly pays its costs? */
  WEAK(20, 3),
  /** What is each part of the machinery worth? */
  ABLATION(20, 2),
  /** Does it stop when an effect is over? */
  FADING(20, 3),
  /** Does it find what only a moat announces? */
  CROSS_MOAT(20, 3),
  /** Does memory keep it out of traps? */
  MEMORY(20, 2),
  /** Is a run over Redis the same run? */
  REDIS(3, 1);

  private final int worlds;
  private final int quickWorlds;

  Experiment(int worlds, int quickWorlds) {
    this.worlds = worlds;
    this.quickWorlds = quickWorlds;
  }

  /** The name on the command line and in files. */
  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** How many worlds it takes. */
  int worlds(boolean quick) {
    return quick ? quickWorlds : worlds;
  }

  /** How large the experiments are. */
  record Size(int worlds, int days, long seedBase, Map<String, String> settings) {}

  /** All trials, world by world, so that an interrupted bench has whole worlds. */
  List<Trial> trials(Size size) {
    List<Trial> trials = new ArrayList<>();
    for (long seed = size.seedBase(); seed < size.seedBase() + size.worlds(); seed++) {
      for (Setup setup : setups()) {
        Map<String, String> settings = new TreeMap<>(size.settings());
        settings.putAll(setup.settings());
        trials.add(
            new Trial(
                this, setup.variant(), setup.world(), this == WEAK, seed, size.days(), settings));
      }
    }
    return trials;
  }

  private List<Setup> setups() {
    return switch (this) {
      case NOISE -> List.of(Setup.plain(WorldKind.NOISE));
      case PLANTED, WEAK, REDIS -> List.of(Setup.plain(WorldKind.PLANTED));
      default -> List.of();
    };
  }

  /** One configuration and the kind of world that it plays. */
  private record Setup(String variant, WorldKind world, Map<String, String> settings) {
    static Setup plain(WorldKind world) {
      return new Setup("full", world, Map.of());
    }
  }
}
