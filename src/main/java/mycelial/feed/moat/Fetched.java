package mycelial.feed.moat;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * An answer.
 *
 * @param body what it says, or null when it says what it said before
 * @param validators to ask with the next time, once the body has been understood
 */
record Fetched(@Nullable JsonNode body, Validators validators) {}
