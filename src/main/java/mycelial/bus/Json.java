package mycelial.bus;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.IOException;

/** How JSON is read and written on the bus: strictly, within bounds. Safe for several threads. */
final class Json {
  /** Longest message that is read or written, bytes. */
  static final int MAX_BYTES = 64 * 1024;

  private static final int MAX_DEPTH = 16;

  private static final JsonFactory STREAMS = factory();

  private Json() {}

  private static JsonFactory factory() {
    return new JsonFactoryBuilder()
        .recyclerPool(JsonRecyclerPools.threadLocalPool())
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(MAX_DEPTH)
                .maxDocumentLength(MAX_BYTES)
                .build())
        .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
        .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
        .rootValueSeparator((String) null)
        .build();
  }

  /** For streams; whoever reads has to notice duplicate members. */
  static JsonFactory streams() {
    return STREAMS;
  }

  /**
   * The object that the bytes are.
   *
   * @throws MalformedMessageException when they are not exactly one object
   */
  static Fields object(byte[] json) {
    requireSize(json);
    try {
      return FieldsReader.read(json);
    } catch (IOException malformed) {
      throw malformed(malformed);
    }
  }

  static void requireSize(byte[] json) {
    if (json.length > MAX_BYTES) {
      throw new MalformedMessageException(
          json.length + " bytes are more than the " + MAX_BYTES + " that a message may have");
    }
  }

  static MalformedMessageException malformed(IOException cause) {
    String message = cause.getMessage();
    return new MalformedMessageException("not JSON: " + (message == null ? cause : message));
  }
}
