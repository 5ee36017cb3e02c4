package mycelial.bench.learning;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import mycelial.bench.BenchException;
import mycelial.config.ConfigurationException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code scripts/learning-bench}. */
@Command(
    name = "learning-bench",
    description = {
      "Plays many generated worlds through the complete colony and holds what the swarm says"
          + " against what was planted.",
      "Worlds whose result is in the folder, by the same build with the same settings, are not"
          + " played again: the bench may be stopped and started at will."
    },
    mixinStandardHelpOptions = true)
final class LearningBench implements Callable<Integer> {
  @Spec CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--only",
      paramLabel = "NAME",
      split = ",",
      converter = Named.class,
      description =
          "Experiments: noise, planted, weak, ablation, fading, cross-moat, memory, redis"
              + " (default: all).")
  Set<Experiment> only = EnumSet.allOf(Experiment.class);

  @Option(names = "--quick", description = "Few worlds of three days: about ten minutes.")
  boolean quick;

  @Option(names = "--worlds", paramLabel = "N", description = "Worlds of each experiment.")
  @Nullable Integer worlds;

  @Option(names = "--days", paramLabel = "N", description = "Length of a world.")
  @Nullable Integer days;

  @Option(
      names = "--seed-base",
      paramLabel = "N",
      defaultValue = "1000",
      description = "Seed of the first world (default: ${DEFAULT-VALUE}).")
  long seedBase;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      defaultValue = "2",
      description = "Worlds at a time (default: ${DEFAULT-VALUE}).")
  int jobs;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "A setting of the configuration for every world; may be repeated.")
  Map<String, String> settings = new LinkedHashMap<>();

  @Option(names = "--out", paramLabel = "DIR", description = "Where results are kept.")
  @Nullable Path out;

  @Option(names = "--json", description = "Print one JSON object on standard output.")
  boolean json;

  @Option(names = "--project", hidden = true, required = true, description = "Set by the script.")
  Path project = Path.of("");

  @Option(names = "--flags", hidden = true, required = true, description = "Set by the script.")
  String flags = "";

  @Option(names = "--jar", hidden = true, required = true, description = "Set by the script.")
  Path jar = Path.of("");

  /** Experiments by their names on the command line. */
  static final class Named implements ITypeConverter<Experiment> {
    @Override
    public Experiment convert(String name) {
      for (Experiment experiment : Experiment.values()) {
        if (experiment.label().equals(name)) {
          return experiment;
        }
      }
      throw new CommandLine.TypeConversionException("there is no experiment '" + name + "'");
    }
  }

  /** Runs the command. */
  public static void main(String[] args) {
    System.exit(
        new CommandLine(new LearningBench())
            .setExecutionExceptionHandler((failure, command, parsed) -> {
              if (failure instanceof BenchException || failure instanceof ConfigurationException) {
                command.getErr().println("learning-bench: " + failure.getMessage());
                return 1;
              }
              throw failure;
            })
            .execute(args));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    String build = BuildId.of(jar);
    Lines lines = new Lines(out == null ? project.resolve("target/bench/learning") : out, build);
    Map<Experiment, List<Trial>> trials = new EnumMap<>(Experiment.class);
    List<String> impossible = new ArrayList<>();
    for (Experiment experiment : only) {
      trials.put(experiment, possible(experiment.trials(size(experiment)), impossible));
    }
    impossible.forEach(spec.commandLine().getErr()::println);
    List<Trial> all = trials.values().stream().flatMap(List::stream).toList();
    RedisPlay redis = new RedisPlay(project, jar, flags.strip());
    new Player(project, redis, lines, build, spec.commandLine().getErr()).play(all, jobs);
    Report report = new Report(build, trials, lines);
    PrintWriter print = spec.commandLine().getOut();
    if (json) {
      print.println(report.json());
    } else {
      report.text().forEach(print::println);
    }
    return impossible.isEmpty() && report.isSound() ? 0 : 1;
  }

  /** The trials whose settings this build knows; says which variants it cannot play. */
  private List<Trial> possible(List<Trial> trials, List<String> impossible) {
    List<Trial> possible = new ArrayList<>();
    Set<Variant> refused = EnumSet.noneOf(Variant.class);
    for (Trial trial : trials) {
      try {
        WorldPlay.configuration(project, trial);
        possible.add(trial);
      } catch (ConfigurationException bad) {
        if (trial.variant() == Variant.FULL) {
          throw bad; // then nothing can be played
        }
        if (refused.add(trial.variant())) {
          impossible.add(
              "learning-bench: NOT PLAYED: %s, variant %s: %s"
                  .formatted(
                      trial.experiment().label(), trial.variant().label(), bad.getMessage()));
        }
      }
    }
    return possible;
  }

  private Experiment.Size size(Experiment experiment) {
    int count = worlds == null ? experiment.worlds(quick) : worlds;
    int length = days == null ? experiment.days(quick) : days;
    if (count < 1 || length < 2 || jobs < 1) {
      throw new ParameterException(
          spec.commandLine(), "expected at least 1 for --worlds and --jobs and 2 for --days");
    }
    return new Experiment.Size(count, length, seedBase, settings);
  }
}
