package mycelial.storage;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import mycelial.memory.AgentKnowledge;
import mycelial.memory.MemoryCollection;
import mycelial.memory.MemorySnapshot;
import mycelial.memory.TradeRecord;

/**
 * Copies a memory into the collections of a ChromaDB server, for people and their tools. The colony
 * itself never reads it: a server's index is approximate and another run might find it changed, so
 * decisions come from the exact index alone. Entries have the ids of trades and learners, so
 * copying twice changes nothing. Safe for one thread.
 */
public final class ChromaMirror {
  private static final int BATCH = 100;
  private static final Duration DEADLINE = Duration.ofSeconds(5);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String url;
  private final Duration deadline;

  /**
   * @param url scheme, host and port of the server; empty for none
   */
  public ChromaMirror(String url) {
    this(url, DEADLINE);
  }

  ChromaMirror(String url, Duration deadline) {
    this.url = url;
    this.deadline = deadline;
  }

  /** Whether the server is there. */
  public MirrorReport probe() {
    return attempt((client, written) -> client.heartbeat());
  }

  /** Copies everything that a memory holds; whatever happens, it ends and says how. */
  public MirrorReport copy(MemorySnapshot memory) {
    return attempt((client, written) -> {
      client.heartbeat();
      for (MemoryCollection collection :
          List.of(MemoryCollection.TRADING_PATTERNS, MemoryCollection.FAILED_PATTERNS)) {
        List<TradeRecord> trades =
            memory.trades().stream().filter(trade -> trade.collection() == collection).toList();
        write(client, collection, trades, ChromaMirror::add);
        written.put(collection.label(), trades.size());
      }
      write(client, MemoryCollection.AGENT_KNOWLEDGE, memory.knowledge(), ChromaMirror::add);
      written.put(MemoryCollection.AGENT_KNOWLEDGE.label(), memory.knowledge().size());
    });
  }

  private interface Work {
    void on(ChromaClient client, Map<String, Integer> written) throws ChromaException;
  }

  private MirrorReport attempt(Work work) {
    if (url.isEmpty()) {
      return MirrorReport.OFF;
    }
    Map<String, Integer> written = new TreeMap<>();
    try (ChromaClient client = new ChromaClient(url, deadline)) {
      work.on(client, written);
      return new MirrorReport(MirrorReport.State.MIRRORED, url, written, "");
    } catch (ChromaException failed) {
      return new MirrorReport(
          MirrorReport.State.DEGRADED, url, written, String.valueOf(failed.getMessage()));
    }
  }

  private static <T> void write(
      ChromaClient client,
      MemoryCollection collection,
      List<T> entries,
      BiConsumer<Records, T> adding)
      throws ChromaException {
    String id = client.collection(collection.label());
    for (int from = 0; from < entries.size(); from += BATCH) {
      Records records = new Records();
      entries
          .subList(from, Math.min(entries.size(), from + BATCH))
          .forEach(entry -> adding.accept(records, entry));
      client.upsert(id, records.body);
    }
  }

  private static void add(Records records, TradeRecord trade) {
    ObjectNode facts =
        records.add(
            trade.tradeId(),
            trade.entry().coordinates(),
            trade.stream() + " " + trade.side() + " " + trade.pair() + " in " + trade.entry());
    facts.put("pair", trade.pair().name());
    facts.put("side", trade.side().name());
    facts.put("stream", trade.stream().label());
    facts.put("entry_time", trade.entryTime());
    facts.put("net_return", trade.netReturn());
    facts.put("complete", trade.entry().isComplete());
  }

  private static void add(Records records, AgentKnowledge known) {
    double[] vector = {
      known.score() / 100,
      known.outcomes() / (known.outcomes() + 10.0),
      known.horizonMinutes() / (known.horizonMinutes() + 60.0),
      Math.clamp(0.5 + 10 * known.meanReturn(), 0, 1)
    };
    ObjectNode facts =
        records.add(
            "learner-" + known.agent(),
            vector,
            known.side() + " " + known.pair() + " when " + known.conditions());
    facts.put("pair", known.pair().name());
    facts.put("side", known.side().name());
    facts.put("pattern", known.patternId());
    facts.put("horizon_minutes", known.horizonMinutes());
    facts.put("outcomes", known.outcomes());
    facts.put("mean_return", known.meanReturn());
    facts.put("score", known.score());
  }

  /** A batch in the columns that the server wants. */
  private static final class Records {
    private final ObjectNode body = JSON.createObjectNode();
    private final ArrayNode ids = body.putArray("ids");
    private final ArrayNode embeddings = body.putArray("embeddings");
    private final ArrayNode documents = body.putArray("documents");
    private final ArrayNode metadatas = body.putArray("metadatas");

    /** Adds an entry; its facts are to be filled in. */
    ObjectNode add(String id, double[] vector, String document) {
      ids.add(id);
      ArrayNode embedding = embeddings.addArray();
      for (double coordinate : vector) {
        embedding.add(coordinate);
      }
      documents.add(document);
      return metadatas.addObject();
    }
  }
}
