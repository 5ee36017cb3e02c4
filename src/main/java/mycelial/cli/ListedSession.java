package mycelial.cli;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import mycelial.storage.SessionSummary;
import mycelial.storage.StoredSession;
import org.jspecify.annotations.Nullable;

/**
 * A session as {@code sessions} lists it.
 *
 * @param id identifies it
 * @param kind run, replay or train
 * @param started wall clock, ISO-8601
 * @param ended wall clock; null while it runs or when it was killed
 * @param state how it stands or ended
 * @param digest 64 hexadecimal digits; null where it has none
 * @param pnl profit or loss by stream, quote currency: of the result, marked to market; without a
 *     result that of the closed trades
 * @param provenance real or synthetic
 * @param swarm what the swarm started from, if the result says so
 * @param folder where its databases are
 * @param stored its row
 */
record ListedSession(
    String id,
    String kind,
    String started,
    @Nullable String ended,
    String state,
    @Nullable String digest,
    Map<String, BigDecimal> pnl,
    String provenance,
    @Nullable JsonNode swarm,
    String folder,
    @JsonIgnore StoredSession stored) {

  static ListedSession of(
      StoredSession stored, SessionSummary summary, Path folder, boolean isLive) {
    String result = stored.result();
    JsonNode read = result == null ? null : Output.read(result);
    boolean killed = stored.state().equals("RUNNING") && !isLive;
    return new ListedSession(
        stored.info().id(),
        stored.info().kind(),
        stored.startedAt(),
        stored.endedAt(),
        killed ? "KILLED (was running)" : stored.state(),
        stored.digest(),
        pnl(read, summary),
        stored.info().provenance().toLowerCase(java.util.Locale.ROOT),
        read == null || !read.at("/swarm/start").isTextual() ? null : read.at("/swarm/start"),
        folder.toString(),
        stored);
  }

  private static Map<String, BigDecimal> pnl(@Nullable JsonNode result, SessionSummary summary) {
    Map<String, BigDecimal> pnl = new LinkedHashMap<>();
    summary
        .streams()
        .forEach((stream, figures) -> {
          JsonNode marked =
              result == null ? null : result.at("/streams/" + stream.label() + "/pnlAbsolute");
          pnl.put(
              stream.label(),
              marked == null || !marked.isNumber() ? figures.pnl() : marked.decimalValue());
        });
    return Collections.unmodifiableMap(pnl);
  }
}
