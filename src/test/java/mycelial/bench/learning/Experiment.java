package mycelial.bench.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import mycelial.bench.learning.Trial.Bus;
import mycelial.feed.synthetic.CostMultiple;
import mycelial.feed.synthetic.WorldKind;

/** What can be asked of the swarm. Experiments that need the same trial share it. */
enum Experiment {
  /** Does it believe in anything where there is nothing? */
  NOISE(40, 6),
  /** Does it find what is planted? */
  PLANTED(20, 4),
  /** Does it find what hardly pays its costs? */
  WEAK(20, 2),
  /** What is each part of the machinery worth? */
  ABLATION(20, 2),
  /** Does it stop when an effect is over? */
  FADING(20, 2),
  /** Does it find what only a moat announces? */
  CROSS_MOAT(20, 2),
  /** Does memory keep it out of traps? */
  MEMORY(20, 2),
  /** Is a run over Redis the same run? */
  REDIS(3, 1);

  private static final int DAYS = 7;
  private static final int QUICK_DAYS = 3;
  private static final int QUICK_CHANGING_DAYS = 5;
  private static final CostMultiple WEAK_DRIFTS = new CostMultiple(1.5, 2.5);

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

  /** How long its worlds are; where something changes, it is not at once. */
  int days(boolean quick) {
    if (!quick) {
      return DAYS;
    }
    return this == FADING || this == MEMORY ? QUICK_CHANGING_DAYS : QUICK_DAYS;
  }

  /** How large the experiments are, and settings that hold in all worlds. */
  record Size(int worlds, int days, long seedBase, Map<String, String> settings) {}

  /** One world and what is played on it. */
  private record Setup(Variant variant, WorldKind world, CostMultiple drifts, Bus bus) {
    static Setup of(Variant variant, WorldKind world) {
      return new Setup(variant, world, world.defaultMultiple(), Bus.MEMORY);
    }
  }

  /** All trials, world by world. */
  List<Trial> trials(Size size) {
    List<Trial> trials = new ArrayList<>();
    for (long seed = size.seedBase(); seed < size.seedBase() + size.worlds(); seed++) {
      for (Setup setup : setups().toList()) {
        Map<String, String> settings = new TreeMap<>(size.settings());
        settings.putAll(setup.variant().settings());
        trials.add(
            new Trial(
                this,
                setup.variant(),
                setup.world(),
                setup.drifts(),
                setup.bus(),
                seed,
                size.days(),
                settings));
      }
    }
    return trials;
  }

  private Stream<Setup> setups() {
    return switch (this) {
      case NOISE -> Stream.of(Setup.of(Variant.FULL, WorldKind.NOISE));
      case PLANTED -> Stream.of(Setup.of(Variant.FULL, WorldKind.PLANTED));
      case WEAK -> Stream.of(new Setup(Variant.FULL, WorldKind.PLANTED, WEAK_DRIFTS, Bus.MEMORY));
      case ABLATION ->
          Stream.concat(
              Arrays.stream(Variant.values()).map(variant -> Setup.of(variant, WorldKind.PLANTED)),
              Stream.of(Variant.FULL, Variant.NO_FALSE_DISCOVERY_CONTROL)
                  .map(variant -> Setup.of(variant, WorldKind.NOISE)));
      case FADING -> Stream.of(Setup.of(Variant.FULL, WorldKind.FADING));
      case CROSS_MOAT -> Stream.of(Setup.of(Variant.FULL, WorldKind.CROSS_MOAT));
      case MEMORY ->
          Stream.of(Variant.FULL, Variant.NO_MEMORY)
              .map(variant -> Setup.of(variant, WorldKind.TRAP));
      case REDIS ->
          Stream.of(Bus.values())
              .map(bus ->
                  new Setup(
                      Variant.FULL, WorldKind.PLANTED, WorldKind.PLANTED.defaultMultiple(), bus));
    };
  }
}
