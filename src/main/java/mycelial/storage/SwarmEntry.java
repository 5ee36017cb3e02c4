package mycelial.storage;

import org.jspecify.annotations.Nullable;

/**
 * One line of the list of saved swarms.
 *
 * @param id SHA-256 of what was saved, 64 hexadecimal digits
 * @param session the session that saved it
 * @param kind run, replay or train
 * @param savedAt time on the wall, ISO-8601
 * @param parent the swarm that the session started from, or null
 * @param build id of the program
 */
public record SwarmEntry(
    String id,
    String session,
    String kind,
    String savedAt,
    @Nullable String parent,
    String build) {}
