package mycelial.bus.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import mycelial.bus.BusException;
import mycelial.bus.MessageCodec;
import mycelial.bus.Samples;
import mycelial.message.Envelope;
import org.junit.jupiter.api.Test;

final class EarTest {
  private final MessageCodec codec = new MessageCodec();

  @Test
  void hearsItsSessionAndNobodyElse() throws Exception {
    Envelope said = new Samples(7).envelopes(1).getFirst();
    byte[] channel = ("p:" + said.channel().name()).getBytes(UTF_8);
    List<Envelope> heard = new ArrayList<>();
    try (RedisServerProcess server = RedisServerProcess.start();
        Ear ear = Ear.open(server.endpoint(), "p:", "s1", List.of(said.channel()));
        Link link = new Link(server.endpoint())) {
      link.publish(channel, codec.encode(said, "another", 1));
      link.publish(channel, "nonsense".getBytes(UTF_8));
      link.publish(channel, codec.encode(said, "s1", 1));
      link.push();
      int count = 0;
      while (count < 3) {
        count += ear.hear(heard::add, 1000);
      }

      assertThat(heard).containsExactly(said);
      assertThat(ear.malformed()).isEqualTo(1);
      assertThat(ear.hear(heard::add, 10)).isZero();
    }
  }

  @Test
  void saysThatNobodyAnswers() {
    assertThatThrownBy(() ->
            Ear.open(new RedisEndpoint("127.0.0.1", 1, null, null, false), "", "s1", List.of()))
        .isInstanceOf(BusException.class);
  }
}
