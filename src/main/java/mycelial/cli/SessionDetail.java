package mycelial.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import mycelial.storage.SessionStatus;
import mycelial.storage.SessionSummary;
import mycelial.storage.StoredStatus;
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
 * @param status how it stood when it last said so, null where it never has
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
    @Nullable SessionStatus status,
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
          queries.status(session.id()).map(StoredStatus::status).orElse(null),
          result == null ? null : Output.read(result));
    }
  }
}
