package mycelial.bus.redis;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import mycelial.bus.MessageCodec;
import mycelial.bus.Samples;
import mycelial.message.Envelope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Measures the codec and rounds over a real Redis; a program to be run by hand, not a test. */
final class RoundTripMeasurement {
  private static final Logger LOG = LoggerFactory.getLogger(RoundTripMeasurement.class);
  private static final int WARM_UP = 20_000;
  private static final int MEASURED = 20_000;

  private RoundTripMeasurement() {}

  public static void main(String[] arguments) {
    List<Envelope> minute = new ArrayList<>();
    Samples samples = new Samples(1);
    for (int source = 1; source <= 18; source++) {
      minute.add(samples.fullMarketData(source));
    }
    measureCodec(minute);
    Path folder =
        Path.of("target", "round-trips").resolve(arguments.length > 0 ? arguments[0] : "");
    try (EmbeddedRedis redis = EmbeddedRedis.start(folder.resolve("bin"), folder);
        RedisBus bus =
            RedisBus.connect(
                BusOptions.defaults("s1", "", redis.endpoint(), Buses.TOKEN),
                Samples.channels(),
                () -> {},
                up -> {},
                redis)) {
      measureRounds(bus, minute);
      measureRounds(bus, minute.subList(0, 1));
    }
  }

  private static void measureCodec(List<Envelope> minute) {
    MessageCodec codec = new MessageCodec();
    for (int pass = 0; pass < 10; pass++) {
      long bytes = 0;
      long encoding = 0;
      long decoding = 0;
      for (int i = 0; i < WARM_UP; i++) {
        Envelope envelope = minute.get(i % minute.size());
        long begin = System.nanoTime();
        byte[] json = codec.encode(envelope, "20261122-abcdef", i);
        long middle = System.nanoTime();
        bytes += codec.decode(json, envelope.channel()).epoch() == i ? json.length : 0;
        decoding += System.nanoTime() - middle;
        encoding += middle - begin;
      }
      LOG.info(
          "{} bytes: encode {} ns, decode {} ns",
          bytes / WARM_UP,
          encoding / WARM_UP,
          decoding / WARM_UP);
    }
  }

  private static void measureRounds(RedisBus bus, List<Envelope> round) {
    long[] times = new long[MEASURED];
    for (int i = -WARM_UP; i < MEASURED; i++) {
      long begin = System.nanoTime();
      bus.round(round);
      if (i >= 0) {
        times[i] = System.nanoTime() - begin;
      }
    }
    Arrays.sort(times);
    LOG.info(
        "{}",
        String.format(
            Locale.ROOT,
            "round of %d: p50 %.1f us, p99 %.1f us",
            round.size(),
            times[MEASURED / 2] / 1e3,
            times[MEASURED / 100 * 99] / 1e3));
  }
}
