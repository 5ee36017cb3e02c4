package mycelial.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import mycelial.memory.Memory;
import mycelial.memory.MemorySnapshot;
import mycelial.storage.StoredHistory;
import mycelial.storage.SwarmEntry;
import mycelial.storage.SwarmSnapshot;
import mycelial.storage.SwarmStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Rebuilds the memory of a saved swarm from the trades that are stored. */
@Command(
    name = "rebuild",
    description = {
      "Rebuilds the memory of a saved swarm from trades.db and saves the swarm with it; its rules"
          + " and what is known of its learners stay as they are."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples: mycelial memory rebuild",
      "          mycelial memory rebuild --session replay-20260102T030405Z-0001 --swarm 3fa4"
    })
final class MemoryRebuildCommand implements Callable<Integer> {
  @Spec CommandSpec spec = CommandSpec.create();
  @Mixin Common common = new Common();
  @Mixin MemorySource source = new MemorySource();

  @Option(
      names = "--swarm",
      paramLabel = "newest|ID",
      description = "Which saved swarm: newest, or the beginning of an id (default: newest).")
  String swarm = SwarmChoice.NEWEST;

  /**
   * What was done.
   *
   * @param from the swarm as it was
   * @param swarm the swarm with the rebuilt memory; the same where nothing has changed
   * @param remembered trades that it remembers now
   * @param before trades that it remembered before
   * @param changed whether the two memories differ
   */
  record Result(String from, String swarm, int remembered, int before, boolean changed) {}

  @Override
  public Integer call() {
    SwarmStore store = new SwarmStore(common.dataDir);
    String id = SwarmChoice.resolve("--swarm", swarm, common.dataDir, spec);
    if (id == null) {
      throw new ParameterException(
          spec.commandLine(),
          "--swarm "
              + swarm
              + ": there is no saved swarm in "
              + common.dataDir.resolve("swarm")
              + " whose memory could be rebuilt");
    }
    SwarmSnapshot old = store.load(id);
    MemorySnapshot rebuilt = rebuild(old.memory());
    boolean changed = !rebuilt.equals(old.memory());
    String saved = changed ? save(store, id, new SwarmSnapshot(old.swarm(), rebuilt)) : id;
    int before = old.memory().trades().size();
    print(new Result(id, saved, rebuilt.trades().size(), before, changed));
    return ExitCode.FINE;
  }

  private MemorySnapshot rebuild(MemorySnapshot old) {
    Memory memory = new Memory(common.configuration().memory().capacity());
    try (StoredHistory history = source.open(common.dataDir)) {
      history.past(source.session).records().forEach(memory::remember);
    }
    old.knowledge().forEach(memory::learn);
    return memory.snapshot();
  }

  private static String save(SwarmStore store, String parent, SwarmSnapshot snapshot) {
    SwarmEntry origin =
        store.entries().stream()
            .filter(entry -> entry.id().equals(parent))
            .reduce((older, newer) -> newer)
            .orElseThrow();
    return store.revise(origin, snapshot);
  }

  private void print(Result result) {
    PrintWriter out = spec.commandLine().getOut();
    if (common.json) {
      out.println(Output.json(result));
      return;
    }
    String from = SwarmChoice.brief(result.from());
    if (result.changed()) {
      out.printf(
          Locale.ROOT,
          "Swarm %s with %d trades rebuilt from trades.db, %d before, is saved as %s.%n",
          from,
          result.remembered(),
          result.before(),
          SwarmChoice.brief(result.swarm()));
    } else {
      out.printf(
          Locale.ROOT,
          "Swarm %s remembers the %d trades of trades.db already; nothing is saved.%n",
          from,
          result.remembered());
    }
  }
}
