package mycelial.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mycelial.colony.Chronicle;
import mycelial.colony.LiveMarket;
import mycelial.colony.SessionFolder;
import mycelial.colony.SwarmPlan;
import mycelial.config.Configuration;
import mycelial.config.Entry;
import mycelial.market.Interval;
import mycelial.market.Pair;
import mycelial.market.Provenance;
import mycelial.storage.Journal;
import mycelial.storage.JournalReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * What a journal remembers of how its session was begun, so that the same can be begun again: the
 * command, the configuration with everything that overrode it, the swarm, the live market. It holds
 * no secrets.
 *
 * @param mode what is done with the journal
 * @param folder the session's
 * @param args the command with its options
 * @param configuration the text of the configuration file
 * @param overrides settings that came from elsewhere, by key
 * @param swarm what it started from
 * @param inputs what it read, with checksums
 * @param build of the program that began it
 * @param live the market if it lives, without a way to it
 */
record Beginning(
    Chronicle.Mode mode,
    Path folder,
    List<String> args,
    String configuration,
    Map<String, String> overrides,
    SwarmPlan swarm,
    String inputs,
    String build,
    @Nullable LiveMarket live) {
  private static final String COMMAND = "command";
  private static final String CONFIGURATION = "configuration";
  private static final String OVERRIDES = "overrides";
  private static final String SWARM = "swarm";
  private static final String MEMORY = "memory";
  private static final String SAVE = "save";
  private static final String INPUTS = "inputs";
  private static final String BUILD = "build";
  private static final String LIVE = "live";

  /** The part of a live market that a journal remembers. */
  private record LiveText(
      List<String> pairs,
      int minutes,
      String provenance,
      List<String> description,
      long origin,
      long end,
      double lateSeconds) {}

  /** The chronicle of a session that begins with what a command was given. */
  static Chronicle chronicle(
      Common common,
      Configuration configuration,
      SwarmPlan swarm,
      String inputs,
      @Nullable LiveMarket live) {
    Map<String, String> overrides = new TreeMap<>();
    for (Entry entry : configuration.entries()) {
      if (entry.origin().startsWith("environment") || entry.origin().startsWith("option")) {
        overrides.put(entry.key(), entry.value());
      }
    }
    Map<String, String> facts = new TreeMap<>();
    facts.put(COMMAND, Output.json(common.arguments()));
    facts.put(CONFIGURATION, text(common.configFile()));
    facts.put(OVERRIDES, Output.json(overrides));
    facts.put(SWARM, orEmpty(swarm.start()));
    facts.put(MEMORY, orEmpty(swarm.memory()));
    facts.put(SAVE, String.valueOf(swarm.save()));
    facts.put(INPUTS, inputs);
    facts.put(BUILD, BuildInfo.id());
    facts.put(LIVE, live == null ? "" : Output.json(text(live)));
    return Chronicle.begin(facts);
  }

  private static LiveText text(LiveMarket live) {
    return new LiveText(
        live.pairs().stream().map(Pair::name).toList(),
        live.interval().minutes(),
        live.provenance().name(),
        live.description(),
        live.origin(),
        live.end(),
        live.lateSeconds());
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static String text(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot read " + file, failed);
    }
  }

  /**
   * Reads how a session of a data folder was begun.
   *
   * @throws ParameterException when there is no such session, or it has no journal
   */
  static Beginning read(String session, Chronicle.Mode mode, Path dataDir, CommandSpec spec) {
    Path folder = SessionFolder.sessions(dataDir).resolve(session);
    if (session.contains("/") || !Files.isDirectory(folder)) {
      throw new ParameterException(
          spec.commandLine(),
          "there is no session " + session + " below " + dataDir + "; see: mycelial sessions");
    }
    if (!Journal.exists(folder)) {
      throw new ParameterException(
          spec.commandLine(),
          "session "
              + session
              + " has no journal: it was killed before it began, or begun by an older program; start a new one");
    }
    try (JournalReader journal = JournalReader.open(folder)) {
      Map<String, String> overrides = new LinkedHashMap<>();
      Output.read(journal.fact(OVERRIDES))
          .properties()
          .forEach(member -> overrides.put(member.getKey(), member.getValue().asText()));
      return new Beginning(
          mode,
          folder,
          Output.list(Output.read(journal.fact(COMMAND)), String.class),
          journal.fact(CONFIGURATION),
          overrides,
          new SwarmPlan(
              orNull(journal.fact(SWARM)),
              orNull(journal.fact(MEMORY)),
              Boolean.parseBoolean(journal.fact(SAVE))),
          journal.fact(INPUTS),
          journal.fact(BUILD),
          live(journal.fact(LIVE)));
    }
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private static @Nullable LiveMarket live(String json) {
    if (json.isEmpty()) {
      return null;
    }
    JsonNode live = Output.read(json);
    return new LiveMarket(
        Output.list(live.path("pairs"), String.class).stream().map(Pair::new).toList(),
        Interval.ofMinutes(live.path("minutes").asInt()),
        Provenance.valueOf(live.path("provenance").asText()),
        Output.list(live.path("description"), String.class),
        live.path("origin").asLong(),
        live.path("end").asLong(),
        live.path("lateSeconds").asDouble(),
        null);
  }

  /** What it started from, for a session that is to save nothing. */
  SwarmPlan swarmUnsaved() {
    return new SwarmPlan(swarm.start(), swarm.memory(), false);
  }

  /** A file with the configuration as it was then, below the session's folder. */
  Path configFile() {
    Path file = folder.resolve("agent_config.yaml");
    try {
      if (configuration.isEmpty()) {
        Files.deleteIfExists(file);
      } else {
        Files.writeString(file, configuration);
      }
      return file;
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot write " + file, failed);
    }
  }
}
