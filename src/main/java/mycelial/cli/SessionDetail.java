package mycelial.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import mycelial.storage.SessionSummary;
import mycelial.storage.TradeQueries;
import org.jspecify.annotations.Nullable;

/**
 * A session in full.
 *
 * @param session as it is listed
 * @param seed of every random draw
 * @param configFingerprint hash of the configuration that was in force
 * @param inputs what was played, with checksums
 * @param build identifies the program
 * @param kept figures recomputed from its rows
 * @param messages stored messages by channel
 * @param result the result object, null where there is none
 */
record SessionDetail(
    ListedSession session,
    long seed,
    String configFingerprint,
    String inputs,
    String build,
    SessionSummary kept,
    Map<String, Long> messages,
    @Nullable JsonNode result) {

  static SessionDetail of(ListedSession session) {
    try (TradeQueries queries = TradeQueries.open(Path.of(session.folder()))) {
      String result = session.stored().result();
      var info = session.stored().info();
      return new SessionDetail(
          session,
          info.seed(),
          info.configFingerprint(),
          info.inputs(),
          info.build(),
          queries.summary(session.id()),
          new TreeMap<>(queries.messageCounts(session.id())),
          result == null ? null : Output.read(result));
    }
  }
}
