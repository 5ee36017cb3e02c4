package mycelial.storage;

/**
 * A message between agents as it is stored.
 *
 * @param time schedule time at which it was published, seconds since the epoch
 * @param source id of the agent that published it; 0 is the operator desk
 * @param agent the agent's name
 * @param seq number of the message among those of its source, from 1
 * @param channel the channel's name, without the session's prefix
 * @param body its JSON
 */
public record StoredMessage(
    double time, int source, String agent, long seq, String channel, String body) {}
