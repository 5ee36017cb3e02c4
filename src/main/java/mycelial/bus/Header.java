package mycelial.bus;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import mycelial.message.Channel;
import mycelial.message.Envelope;
import mycelial.message.Message;

/** The members that every message has, while they are being read. */
final class Header {
  private static final int ALL = 0x1f;
  private static final int LONGEST_SESSION = 200;

  private int source;
  private String session = "";
  private long epoch;
  private long seq;
  private double timestamp;
  private int seen;

  void begin() {
    seen = 0;
  }

  /** Reads the member if it belongs here; the parser stands on its name. */
  boolean read(JsonParser json, String name) throws IOException {
    switch (name) {
      case "source" -> {
        json.nextToken();
        source = Tokens.integer(json, name);
        seen |= 1;
      }
      case "session" -> {
        json.nextToken();
        session = Tokens.text(json, name);
        seen |= 2;
      }
      case "epoch" -> {
        json.nextToken();
        epoch = Tokens.whole(json, name);
        seen |= 4;
      }
      case "seq" -> {
        json.nextToken();
        seq = Tokens.whole(json, name);
        seen |= 8;
      }
      case "timestamp" -> {
        json.nextToken();
        timestamp = Tokens.number(json, name);
        seen |= 16;
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  void read(Fields fields) {
    source = fields.integer("source");
    session = fields.text("session");
    epoch = fields.whole("epoch");
    seq = fields.whole("seq");
    timestamp = fields.number("timestamp");
    seen = ALL;
  }

  MessageCodec.Decoded decoded(Channel channel, Message body) {
    if (seen != ALL) {
      throw new MalformedMessageException("source, session, epoch, seq or timestamp is missing");
    }
    if (session.isEmpty() || session.length() > LONGEST_SESSION) {
      throw new MalformedMessageException("session has " + session.length() + " characters");
    }
    Envelope envelope = new Envelope(source, seq, timestamp, channel, body);
    return new MessageCodec.Decoded(envelope, session, epoch);
  }
}
