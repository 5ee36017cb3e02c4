package mycelial.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import mycelial.agent.Agent;
import mycelial.agent.learner.PatternLearnerAgent;
import mycelial.agent.miner.MoatMiner;
import mycelial.colony.AgentList;
import mycelial.colony.Roster;
import mycelial.message.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the agents of the configured colony. */
@Command(
    name = "agents",
    description = "Lists the agents of the configured colony.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  mycelial agents",
      "  mycelial agents --set learners.finance=20 --json"
    })
final class AgentsCommand implements Callable<Integer> {
  /**
   * Roles that belong to the core of the colony; analysts are counted apart, all others support.
   */
  private static final List<Role> CORE =
      List.of(Role.DATA_MINER, Role.PATTERN_LEARNER, Role.TRADER, Role.RISK_MANAGER, Role.BUILDER);

  @Spec CommandSpec spec = CommandSpec.create();
  @Mixin Common common = new Common();

  /** One line of the list. */
  record Line(int id, String name, String type, String layer, String moat, List<String> watches) {}

  /** The whole list. */
  record Listing(
      Map<String, Integer> core,
      Map<String, Integer> support,
      Map<String, Integer> learners,
      int analysts,
      List<Line> agents) {}

  @Override
  public Integer call() {
    Listing listing = listing(AgentList.of(common.configuration()));
    PrintWriter out = spec.commandLine().getOut();
    if (common.json) {
      out.println(Output.json(listing));
    } else {
      print(listing, out, common.paint());
    }
    return ExitCode.FINE;
  }

  static Listing listing(Roster roster) {
    Map<String, Integer> core = new LinkedHashMap<>();
    Map<String, Integer> support = new LinkedHashMap<>();
    core.put("total", 0);
    support.put("total", 0);
    Map<String, Integer> learners = new LinkedHashMap<>();
    List<Line> lines = new ArrayList<>();
    for (Agent agent : roster.agents()) {
      Role role = agent.identity().role();
      if (role != Role.TECHNICAL_ANALYST) {
        Map<String, Integer> group = CORE.contains(role) ? core : support;
        group.merge("total", 1, Integer::sum);
        group.merge(role.typeName(), 1, Integer::sum);
      }
      if (agent instanceof PatternLearnerAgent learner) {
        learners.merge(learner.moat().label(), 1, Integer::sum);
      }
      lines.add(line(agent, moat(agent)));
    }
    return new Listing(core, support, learners, roster.analysts().size(), lines);
  }

  private static String moat(Agent agent) {
    return switch (agent) {
      case PatternLearnerAgent learner -> learner.moat().label();
      case MoatMiner miner -> miner.moat().label();
      default -> "";
    };
  }

  private static Line line(Agent agent, String moat) {
    return new Line(
        agent.identity().id(),
        agent.identity().name(),
        agent.identity().role().typeName(),
        agent.identity().layer().name().toLowerCase(Locale.ROOT),
        moat,
        agent.watches());
  }

  private static String words(Map<String, Integer> counts) {
    return counts.entrySet().stream()
        .map(count -> count.getKey() + " " + count.getValue())
        .collect(Collectors.joining(", "));
  }

  private static void print(Listing listing, PrintWriter out, Paint paint) {
    count("core", words(listing.core()), out);
    count("support", words(listing.support()), out);
    count("learners", words(listing.learners()), out);
    count("analysts", String.valueOf(listing.analysts()), out);
    Table table = new Table(">id", "name", "type", "layer", "watches");
    for (Line line : listing.agents()) {
      table.row(line.id(), line.name(), line.type(), line.layer(), watched(line.watches()));
    }
    table.lines(paint).forEach(out::println);
  }

  private static void count(String group, String words, PrintWriter out) {
    String name = group + " ".repeat(10 - group.length());
    for (String line : NodeText.wrap(words, 70)) {
      out.println(name + line);
      name = " ".repeat(10);
    }
  }

  /** What fits beside the rest; all of it is in the JSON. */
  private static String watched(List<String> watches) {
    return watches.size() <= 1
        ? String.join(" ", watches)
        : watches.getFirst() + " +" + (watches.size() - 1);
  }
}
