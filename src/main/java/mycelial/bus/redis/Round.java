package mycelial.bus.redis;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;
import mycelial.bus.MessageCodec;
import mycelial.message.Channel;
import mycelial.message.Envelope;
import org.jspecify.annotations.Nullable;

/**
 * The messages of one attempt at a round, in the order in which they are published. The model
 * thread stages them; whoever reads the subscription holds what arrives against them while more are
 * staged.
 */
final class Round {
  /** What an arriving message is to the round. */
  enum Match {
    /** The next message expected. */
    ACCEPTED,
    /** The barrier: the outcome is decided now. */
    BARRIER,
    /** Had been accepted before. */
    DUPLICATE,
    /** Ours, but one before it is missing: the barrier will not match. */
    OUT_OF_PLACE,
    FOREIGN
  }

  /** How the attempt stands. */
  enum Outcome {
    PENDING,
    COMPLETE,
    VOID
  }

  private final byte[][] channels;
  private final byte[][] payloads;
  private final Channel[] topics;
  private final CRC32C staging = new CRC32C();
  private volatile int staged;
  private volatile byte @Nullable [] barrier;

  // The reading thread's own, published to the model thread by `outcome`.
  private final CRC32C arriving = new CRC32C();
  private final List<Envelope> delivered;
  private long stagedDigest;
  private @Nullable RuntimeException failure;
  private volatile Outcome outcome = Outcome.PENDING;
  private volatile int accepted;

  Round(int count) {
    channels = new byte[count][];
    payloads = new byte[count][];
    topics = new Channel[count];
    delivered = new ArrayList<>(count);
  }

  /** Adds the next message; to be called before it is sent. */
  void stage(Channel topic, byte[] channel, byte[] payload) {
    int index = staged;
    topics[index] = topic;
    channels[index] = channel;
    payloads[index] = payload;
    staging.update(payload);
    staged = index + 1;
  }

  /** The barrier that ends the round; to be called after the last message, before it is sent. */
  byte[] seal(String session, long epoch) {
    stagedDigest = staging.getValue();
    String text =
        "{\"session\":\""
            + session
            + "\",\"epoch\":"
            + epoch
            + ",\"count\":"
            + staged
            + ",\"digest\":\""
            + Long.toHexString(stagedDigest)
            + "\"}";
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    barrier = bytes;
    return bytes;
  }

  /** Whoever reads: holds a message of a topic's channel against the round. */
  Match offer(byte[] channel, byte[] payload, MessageCodec codec) {
    int known = staged;
    int next = delivered.size();
    if (outcome == Outcome.PENDING && next < known && equals(next, channel, payload)) {
      accept(next, payload, codec);
      return Match.ACCEPTED;
    }
    for (int i = 0; i < known; i++) {
      if (equals(i, channel, payload)) {
        return i < next ? Match.DUPLICATE : Match.OUT_OF_PLACE;
      }
    }
    return Match.FOREIGN;
  }

  private void accept(int index, byte[] payload, MessageCodec codec) {
    try {
      delivered.add(codec.decode(payload, topics[index]).envelope());
      arriving.update(payload);
      accepted = delivered.size();
    } catch (RuntimeException bug) {
      // What we encoded ourselves must be readable: the model thread is to hear of it.
      failure = bug;
      outcome = Outcome.VOID;
      throw bug;
    }
  }

  /** Whoever reads: holds a message of the sync channel against the barrier. */
  Match offerBarrier(byte[] payload) {
    if (!endsWith(payload)) {
      return Match.FOREIGN;
    }
    if (outcome != Outcome.PENDING) {
      return Match.DUPLICATE;
    }
    boolean whole = delivered.size() == payloads.length && arriving.getValue() == stagedDigest;
    outcome = whole ? Outcome.COMPLETE : Outcome.VOID;
    return Match.BARRIER;
  }

  /** Whether the message is one of the round's. */
  boolean contains(byte[] channel, byte[] payload) {
    for (int i = 0; i < staged; i++) {
      if (equals(i, channel, payload)) {
        return true;
      }
    }
    return false;
  }

  /** Whether this is the round's barrier. */
  boolean endsWith(byte[] payload) {
    byte[] end = barrier;
    return end != null && Arrays.equals(end, payload);
  }

  private boolean equals(int index, byte[] channel, byte[] payload) {
    return Arrays.equals(payloads[index], payload) && Arrays.equals(channels[index], channel);
  }

  /** How many messages have come back so far. */
  int accepted() {
    return accepted;
  }

  Outcome outcome() {
    return outcome;
  }

  /** Counts what came back; only after {@link Outcome#COMPLETE}. */
  void countInto(Traffic traffic) {
    for (int i = 0; i < staged; i++) {
      traffic.message(topics[i].topic(), payloads[i].length);
    }
  }

  /** Why a message of our own could not be read, or null. */
  @Nullable RuntimeException failure() {
    return failure;
  }

  /** What came back, in the order of publication; only after {@link Outcome#COMPLETE}. */
  List<Envelope> delivered() {
    return delivered;
  }
}
