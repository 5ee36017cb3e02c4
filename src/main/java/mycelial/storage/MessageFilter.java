package mycelial.storage;

import org.jspecify.annotations.Nullable;

/**
 * Which messages of a session are wanted.
 *
 * @param channel a channel, or the part before the colon for all channels of that topic; null for
 *     every channel
 * @param pair messages that name this pair; null for all
 * @param limit at most so many, the earliest
 */
public record MessageFilter(@Nullable String channel, @Nullable String pair, int limit) {
  /** Every message. */
  public static final MessageFilter ALL = new MessageFilter(null, null, Integer.MAX_VALUE);
}
