package mycelial.bus;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import mycelial.message.Channel;
import mycelial.message.Envelope;
import mycelial.message.MarketData;
import mycelial.message.Message;
import mycelial.message.Topic;

/**
 * Messages as flat JSON and back. Prices and times keep their value exactly, money every digit;
 * features are rounded to 10 decimals and 12 significant digits. Reading is strict: an unknown,
 * missing or repeated member, a value of another type or outside its range, and anything after the
 * object are refused.
 *
 * <p>An instance reuses its buffers and is used by one thread.
 */
public final class MessageCodec {
  private static final SerializedString SOURCE = new SerializedString("source");
  private static final SerializedString SESSION = new SerializedString("session");
  private static final SerializedString EPOCH = new SerializedString("epoch");
  private static final SerializedString SEQ = new SerializedString("seq");
  private static final SerializedString TIMESTAMP = new SerializedString("timestamp");

  private final DecimalText decimals = new DecimalText();
  private final MarketDataFormat marketData = new MarketDataFormat(decimals);
  private final BodyWriter bodies = new BodyWriter(decimals, marketData);
  private final Header header = new Header();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
  private JsonGenerator json = newGenerator();

  /**
   * A message as it came over the wire.
   *
   * @param envelope the message
   * @param session the session that sent it
   * @param epoch the round in which it was sent
   */
  public record Decoded(Envelope envelope, String session, long epoch) {}

  private JsonGenerator newGenerator() {
    try {
      return Json.streams().createGenerator(bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /**
   * The JSON of a message.
   *
   * @throws IllegalArgumentException when it is longer than 64 kB
   */
  public byte[] encode(Envelope envelope, String session, long epoch) {
    bytes.reset();
    try {
      json.writeStartObject();
      json.writeFieldName(SOURCE);
      json.writeNumber(envelope.source());
      json.writeFieldName(SESSION);
      json.writeString(session);
      json.writeFieldName(EPOCH);
      json.writeNumber(epoch);
      json.writeFieldName(SEQ);
      json.writeNumber(envelope.seq());
      json.writeFieldName(TIMESTAMP);
      decimals.writeExact(json, envelope.timestamp());
      bodies.write(json, envelope.body());
      json.writeEndObject();
      json.flush();
    } catch (IOException broken) {
      json = newGenerator();
      throw new IllegalArgumentException("cannot be written as JSON: " + envelope, broken);
    }
    if (bytes.size() > Json.MAX_BYTES) {
      throw new IllegalArgumentException(
          "message on " + envelope.channel().name() + " has " + bytes.size() + " bytes");
    }
    return bytes.toByteArray();
  }

  /** The JSON of a message's body alone, without who sent it and when. */
  public String body(Message message) {
    bytes.reset();
    try {
      json.writeStartObject();
      bodies.write(json, message);
      json.writeEndObject();
      json.flush();
    } catch (IOException broken) {
      json = newGenerator();
      throw new IllegalArgumentException("cannot be written as JSON: " + message, broken);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /**
   * The message in the bytes.
   *
   * @param channel where it was received; says which type it must have
   * @throws MalformedMessageException with a short, printable reason when it is not such a message
   */
  public Decoded decode(byte[] message, Channel channel) {
    try {
      return channel.topic() == Topic.MARKET_DATA
          ? decodeMarketData(message, channel)
          : decodeOther(message, channel);
    } catch (IOException malformed) {
      throw Json.malformed(malformed);
    } catch (IllegalArgumentException invalid) {
      throw new MalformedMessageException(String.valueOf(invalid.getMessage()));
    }
  }

  private Decoded decodeMarketData(byte[] message, Channel channel) throws IOException {
    Json.requireSize(message);
    header.begin();
    marketData.begin();
    try (JsonParser parser = Json.streams().createParser(message)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new MalformedMessageException("expected an object");
      }
      int seen = 0;
      for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
        seen = requireFirst(seen, name);
        if (!header.read(parser, name)) {
          marketData.read(parser, name);
        }
      }
      if (parser.currentToken() != JsonToken.END_OBJECT || parser.nextToken() != null) {
        throw new MalformedMessageException("text after the message");
      }
    }
    MarketData body = marketData.end();
    if (!isChannelOf(channel, body)) {
      throw new MalformedMessageException(channel.name() + " does not carry " + body.pair());
    }
    return header.decoded(channel, body);
  }

  private static int requireFirst(int seen, String name) {
    int bit =
        switch (name) {
          case "source" -> 1;
          case "session" -> 2;
          case "epoch" -> 4;
          case "seq" -> 8;
          case "timestamp" -> 16;
          case "pair" -> 32;
          case "interval" -> 64;
          case "bar" -> 128;
          case "quote" -> 256;
          case "features" -> 512;
          case "gap" -> 1024;
          default -> throw new MalformedMessageException("unknown field '" + name + "'");
        };
    if ((seen & bit) != 0) {
      throw new MalformedMessageException("field '" + name + "' comes twice");
    }
    return seen | bit;
  }

  private static boolean isChannelOf(Channel channel, MarketData body) {
    String pair = body.pair().name();
    String name = channel.name();
    int colon = name.length() - pair.length() - 1;
    return colon > 0 && name.charAt(colon) == ':' && name.endsWith(pair);
  }

  private Decoded decodeOther(byte[] message, Channel channel) {
    Fields fields = Json.object(message);
    header.begin();
    header.read(fields);
    Message body = BodyReader.read(channel.topic(), fields);
    fields.requireEmpty();
    return header.decoded(channel, body);
  }
}
