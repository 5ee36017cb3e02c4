package mycelial.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mycelial.learning.SwarmState;
import mycelial.storage.SwarmEntry;
import mycelial.storage.SwarmSnapshot;
import mycelial.storage.SwarmStore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Saved swarms. */
@Command(
    name = "swarm",
    description = "Lists saved swarms, or shows one.",
    mixinStandardHelpOptions = true,
    subcommands = {SwarmCommand.ListAll.class, SwarmCommand.Show.class},
    footer = {"", "Example: mycelial swarm show newest"})
final class SwarmCommand implements Runnable {
  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new picocli.CommandLine.ParameterException(
        spec.commandLine(), "swarm: expected list or show");
  }

  /** One saving, with what is in it. */
  record Row(
      String id,
      String session,
      String kind,
      String savedAt,
      @Nullable String parent,
      String build,
      int learners,
      long rules,
      long licensed,
      int remembered,
      int intervalMinutes,
      String from,
      String to,
      long bytes) {}

  private static Row row(SwarmStore store, SwarmEntry entry) {
    SwarmSnapshot snapshot = store.load(entry.id());
    SwarmState swarm = snapshot.swarm();
    return new Row(
        entry.id(),
        entry.session(),
        entry.kind(),
        entry.savedAt(),
        entry.parent(),
        entry.build(),
        swarm.learners().size(),
        swarm.rules(),
        swarm.licensed(),
        snapshot.memory().trades().size(),
        swarm.intervalMinutes(),
        Instant.ofEpochSecond((long) swarm.from()).toString(),
        Instant.ofEpochSecond((long) swarm.to()).toString(),
        store.size(entry.id()));
  }

  /** All of them. */
  @Command(
      name = "list",
      description = "Saved swarms in the order of their saving, the newest last.",
      mixinStandardHelpOptions = true,
      footer = {"", "Example:", "  mycelial swarm list"})
  static final class ListAll implements Runnable {
    @Spec CommandSpec spec = CommandSpec.create();
    @Mixin Common common = new Common();

    @Override
    public void run() {
      SwarmStore store = new SwarmStore(common.dataDir);
      List<Row> rows = new ArrayList<>();
      store.entries().forEach(entry -> rows.add(row(store, entry)));
      PrintWriter out = spec.commandLine().getOut();
      if (common.json) {
        out.println(Output.json(Map.of("swarms", rows)));
        return;
      }
      if (rows.isEmpty()) {
        out.println("No swarm has been saved in " + common.dataDir + " yet.");
      }
      Table table =
          new Table("swarm", "by", "session", ">rules", ">licensed", ">memory", "until (UTC)");
      for (Row row : rows) {
        table.row(
            SwarmChoice.brief(row.id()),
            row.kind(),
            row.session(),
            row.rules(),
            row.licensed(),
            row.remembered(),
            row.to().substring(0, "2025-01-04".length()));
      }
      if (!table.isEmpty()) {
        table.lines(common.paint()).forEach(out::println);
      }
    }
  }

  /** One of them. */
  @Command(
      name = "show",
      description = "One saved swarm.",
      mixinStandardHelpOptions = true,
      footer = {"", "Example:", "  mycelial swarm show newest"})
  static final class Show implements Runnable {
    @Spec CommandSpec spec = CommandSpec.create();
    @Mixin Common common = new Common();

    @Parameters(paramLabel = "ID", description = "Beginning of its id, or newest.")
    String id = SwarmChoice.NEWEST;

    @Override
    public void run() {
      SwarmStore store = new SwarmStore(common.dataDir);
      String chosen = SwarmChoice.resolve("--swarm", id, common.dataDir, spec);
      SwarmEntry entry =
          store.entries().reversed().stream()
              .filter(one -> one.id().equals(chosen))
              .findFirst()
              .orElseThrow(() ->
                  new picocli.CommandLine.ParameterException(
                      spec.commandLine(), "no swarm has been saved in " + common.dataDir));
      Row row = row(store, entry);
      PrintWriter out = spec.commandLine().getOut();
      if (common.json) {
        out.println(Output.json(row));
        return;
      }
      Map<String, Object> lines = new LinkedHashMap<>();
      lines.put("id", row.id());
      lines.put("saved", row.savedAt() + " by " + row.kind() + " " + row.session());
      lines.put("build", row.build());
      lines.put("started from", row.parent() == null ? "nothing" : row.parent());
      lines.put(
          "learned on", row.intervalMinutes() + "-minute bars, " + row.from() + " to " + row.to());
      lines.put("learners", row.learners());
      lines.put("rules", row.rules() + ", " + row.licensed() + " of them licensed");
      lines.put("trades remembered", row.remembered());
      lines.put("file", row.bytes() + " bytes");
      Table table = new Table("", "");
      lines.forEach(table::row);
      table.lines(common.paint()).forEach(out::println);
    }
  }
}
