package mycelial.bus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import mycelial.message.Channel;
import mycelial.message.Envelope;
import mycelial.message.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class MessageCodecFuzzTest {
  private final MessageCodec codec = new MessageCodec();
  private final SplittableRandom random = new SplittableRandom(5);

  /** Reads, which must succeed or be refused with a short, printable reason. */
  private boolean isRefused(byte[] json, Channel channel) {
    try {
      codec.decode(json, channel);
      return false;
    } catch (MalformedMessageException expected) {
      assertThat(expected.getMessage())
          .isNotEmpty()
          .hasSizeLessThanOrEqualTo(200)
          .matches("[ -~]*");
      return true;
    }
  }

  @Test
  void refusesRandomBytes() {
    for (int i = 0; i < 300; i++) {
      byte[] json = new byte[random.nextInt(300)];
      random.nextBytes(json);
      for (Channel channel : Samples.channels()) {
        assertThat(isRefused(json, channel)).isTrue();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Topic.class)
  void refusesEveryTruncation(Topic topic) {
    Envelope envelope = new Samples(1).envelope(topic);
    byte[] json = codec.encode(envelope, "s", 1);
    for (int length = 0; length < json.length; length++) {
      assertThat(isRefused(Arrays.copyOf(json, length), envelope.channel())).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(Topic.class)
  void survivesEveryChangedByte(Topic topic) {
    Envelope envelope = new Samples(2).envelope(topic);
    byte[] json = codec.encode(envelope, "s", 1);
    int refused = 0;
    for (int i = 0; i < json.length; i++) {
      byte[] changed = json.clone();
      changed[i] = (byte) random.nextInt(256);
      refused += isRefused(changed, envelope.channel()) ? 1 : 0;
    }
    assertThat(refused).isGreaterThan(json.length / 3);
  }

  @ParameterizedTest
  @EnumSource(Topic.class)
  void refusesDuplicateKeys(Topic topic) {
    Envelope envelope = new Samples(3).envelope(topic);
    String json = new String(codec.encode(envelope, "s", 1), UTF_8);
    String doubled = json.replaceFirst("\\{", "{\"epoch\":1,");
    assertThatThrownBy(() -> codec.decode(doubled.getBytes(UTF_8), envelope.channel()))
        .isInstanceOf(MalformedMessageException.class);
  }

  @ParameterizedTest
  @EnumSource(Topic.class)
  void refusesAnUnknownMember(Topic topic) {
    Envelope envelope = new Samples(4).envelope(topic);
    String json = new String(codec.encode(envelope, "s", 1), UTF_8);
    String more = json.replaceFirst("\\{", "{\"version\":2,");
    assertThatThrownBy(() -> codec.decode(more.getBytes(UTF_8), envelope.channel()))
        .isInstanceOf(MalformedMessageException.class)
        .hasMessageContaining("version");
  }

  @Test
  void refusesHugeAndDeepTexts() {
    byte[] huge = ("{\"source\":\"" + "x".repeat(1 << 20) + "\"}").getBytes(UTF_8);
    byte[] deep = "[".repeat(30_000).getBytes(UTF_8);
    byte[] nested = ("{\"a\":" + "{\"a\":".repeat(5000)).getBytes(UTF_8);
    byte[] number = ("{\"source\":" + "9".repeat(50_000) + "}").getBytes(UTF_8);
    byte[] exponent = "{\"source\":1e999999999}".getBytes(UTF_8);
    for (Channel channel : Samples.channels()) {
      for (byte[] json : new byte[][] {huge, deep, nested, number, exponent, new byte[0]}) {
        assertThat(isRefused(json, channel)).isTrue();
      }
    }
  }
}
