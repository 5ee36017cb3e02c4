package mycelial.cli;

import java.util.List;
import java.util.Map;
import mycelial.metrics.MeterBook;
import mycelial.storage.SessionStatus;

/** Meters of the agents and of what they have learned. */
final class SwarmMeters {
  private SwarmMeters() {}

  static void write(MeterBook book, SessionStatus status) {
    agents(book, status.agents());
    book.gauge(
        "mycelial_layer_agents",
        "Agents at work in a layer.",
        List.of("layer"),
        series -> status.layers().forEach((layer, count) -> series.put(count, layer)));
    book.counter(
        "mycelial_agent_failures_total",
        "Times that an agent has thrown.",
        status.trouble().failures());
    book.counter(
        "mycelial_messages_dropped_total",
        "Messages dropped because their sender said too much at one instant.",
        status.trouble().droppedMessages());
    patterns(book, status.patterns());
    council(book, status.council());
    book.counter(
        "mycelial_memory_trades_total", "Closed trades taken in.", status.memory().recorded());
    book.counter("mycelial_memory_queries_total", "Questions answered.", status.memory().queries());
    book.counter(
        "mycelial_proposals_total",
        "Proposals of all explorers.",
        status.explorers().stream().mapToLong(SessionStatus.Explorer::proposals).sum());
  }

  private static void agents(MeterBook book, Map<String, SessionStatus.AgentType> types) {
    book.gauge(
        "mycelial_agents",
        "Agents alive.",
        List.of("type"),
        series -> types.forEach((type, each) -> series.put(each.alive(), type)));
    book.gauge(
        "mycelial_agents_quarantined",
        "Agents left out after failing repeatedly.",
        List.of("type"),
        series -> types.forEach((type, each) -> series.put(each.quarantined(), type)));
    book.counter(
        "mycelial_agent_messages_total",
        "Messages taken in and published.",
        List.of("type", "direction"),
        series ->
            types.forEach((type, each) -> {
              series.put(each.received(), type, "received");
              series.put(each.sent(), type, "sent");
            }));
  }

  private static void patterns(MeterBook book, SessionStatus.Patterns patterns) {
    book.gauge("mycelial_patterns_alive", "Rules of all learners now.", patterns.alive());
    book.gauge("mycelial_patterns_licensed", "Rules with a licence now.", patterns.licensed());
    book.counter("mycelial_patterns_tried_total", "Rules ever tried.", patterns.tried());
    book.counter(
        "mycelial_patterns_discovered_total", "Rules ever licensed.", patterns.discovered());
    book.counter(
        "mycelial_patterns_proven_total",
        "Rules that passed the false discovery level.",
        patterns.proven());
    book.counter("mycelial_patterns_archived_total", "Rules archived.", patterns.archived());
  }

  private static void council(MeterBook book, SessionStatus.Council council) {
    book.counter(
        "mycelial_council_decisions_total",
        "What the council did.",
        List.of("decision"),
        series -> {
          series.put(council.applications(), "application");
          series.put(council.licences(), "licence");
          series.put(council.refusals(), "refusal");
          series.put(council.agreements(), "agreement");
          series.put(council.forcedShares(), "forced_share");
        });
  }
}
