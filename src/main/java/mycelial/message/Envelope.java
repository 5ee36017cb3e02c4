package mycelial.message;

/**
 * A message with who said it and when. The bus adds session and epoch on the wire.
 *
 * @param source id of the agent that published it; 0 is the operator desk
 * @param seq number of the message among those of its source, from 1
 * @param timestamp schedule time at which it was published, seconds since the epoch
 * @param channel where
 * @param body what
 */
public record Envelope(int source, long seq, double timestamp, Channel channel, Message body) {
  /**
   * @throws IllegalArgumentException when the body is not of the channel's type or the timestamp is
   *     not a time
   */
  public Envelope {
    if (!channel.topic().type().isInstance(body)) {
      throw new IllegalArgumentException(
          channel.name() + " does not carry " + body.getClass().getSimpleName());
    }
    if (!(timestamp >= 0) || Double.isInfinite(timestamp)) {
      throw new IllegalArgumentException("timestamp " + timestamp + " is not a time");
    }
  }

  /**
   * Timestamp in whole milliseconds since the epoch, rounded down; windows are compared in these.
   */
  public long millis() {
    return (long) Math.floor(timestamp * 1000);
  }
}
