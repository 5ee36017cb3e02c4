package mycelial.bench.learning;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mycelial.bench.Launcher;

/** Plays a trial as a user would: the program writes the world, and replays it over Redis. */
final class RedisPlay {
  private static final Judgement UNJUDGED = new Judgement(List.of(), List.of(), List.of());

  private final Path project;
  private final Path jar;
  private final String flags;

  /**
   * @param flags of the program's virtual machine, separated by blanks
   */
  RedisPlay(Path project, Path jar, String flags) {
    this.project = project;
    this.jar = jar;
    this.flags = flags;
  }

  WorldLine run(Trial trial, String build) throws IOException, InterruptedException {
    String seed = String.valueOf(trial.seed());
    Launcher launcher = new Launcher(project, jar, flags, "bench/learning-redis/" + seed);
    Path world = launcher.fresh("world");
    List<String> generate =
        List.of(
            "data",
            "generate",
            "--world",
            trial.world().label(),
            "--costs-multiple",
            trial.drifts().toString(),
            "--days",
            String.valueOf(trial.days()),
            "--seed",
            seed,
            "--out",
            world.toString());
    launcher.program(List.of(), generate);
    List<String> replay = new ArrayList<>(List.of("replay", world.toString(), "--seed", seed));
    replay.addAll(List.of("--swarm", "none"));
    new TreeMap<>(trial.settings())
        .forEach((key, value) -> {
          replay.add("--set");
          replay.add(key + "=" + value);
        });
    JsonNode result = launcher.program(List.of(), replay).result();
    launcher.fresh("world");
    return line(trial, build, result);
  }

  private static WorldLine line(Trial trial, String build, JsonNode result) {
    return new WorldLine(
        build,
        trial.key(),
        trial.experiment().label(),
        trial.variant().label(),
        trial.world().label(),
        trial.seed(),
        trial.days(),
        result.at("/bars").asLong(),
        result.at("/wallSeconds").asDouble(),
        result.at("/work/ruleEvaluations").asLong(),
        result.at("/digest").asText(),
        result.at("/patterns/discovered").asLong(),
        result.at("/agents/failures").asLong(),
        Map.of(),
        UNJUDGED);
  }
}
