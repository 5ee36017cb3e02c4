package mycelial.storage;

import org.jspecify.annotations.Nullable;

/**
 * A row of the table {@code sessions}.
 *
 * @param info what the session started from
 * @param startedAt wall clock, ISO-8601 in UTC
 * @param endedAt wall clock; null while it runs or when it was killed
 * @param digest over its trades, patterns and ledgers; null before its end
 * @param state RUNNING, or how it ended
 * @param result the result object as JSON; null before its end
 */
public record StoredSession(
    SessionInfo info,
    String startedAt,
    @Nullable String endedAt,
    @Nullable String digest,
    String state,
    @Nullable String result) {}
