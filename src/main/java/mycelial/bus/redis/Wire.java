package mycelial.bus.redis;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import mycelial.message.Channel;
import mycelial.message.Topic;

/** The session's names on Redis and its messages that carry nothing for agents. */
final class Wire {
  private static final String SYNC = "session-sync";

  private final String session;
  private final String prefix;
  private final byte[] syncBytes;
  private final byte[] heartbeat;

  Wire(String session, String prefix) {
    this.session = session;
    this.prefix = prefix;
    syncBytes = sync().getBytes(StandardCharsets.UTF_8);
    heartbeat =
        ("{\"session\":\"" + session + "\",\"heartbeat\":true}").getBytes(StandardCharsets.UTF_8);
  }

  String session() {
    return session;
  }

  String name(Channel channel) {
    return prefix + channel.name();
  }

  /** The channel of barriers and heartbeats. */
  String sync() {
    return prefix + SYNC;
  }

  byte[] syncBytes() {
    return syncBytes;
  }

  byte[] heartbeat() {
    return heartbeat;
  }

  boolean isSync(byte[] channel) {
    return Arrays.equals(channel, syncBytes);
  }

  boolean isHeartbeat(byte[] payload) {
    return Arrays.equals(payload, heartbeat);
  }

  /** The channel on which operators' commands arrive. */
  static Channel control() {
    return Channel.of(Topic.SYSTEM_CONTROL);
  }
}
