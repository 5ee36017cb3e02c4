package mycelial.feed.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.longs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import mycelial.feed.BadDataException;
import mycelial.feed.ListMoatFeed;
import mycelial.feed.MoatFeed;
import mycelial.market.MoatSignal;
import mycelial.market.MoatTarget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signal files of any content: what is written reads back, and what is broken is said to be. */
final class SignalPropertyTest {
  private static final List<String> CHANNELS =
      List.of("repo-data:Python", "repo-data:C++", "logistics-data:US-West", "corp-data:Tech");

  @TempDir Path folder;

  private static List<MoatSignal> signals(SplittableRandom random) {
    List<MoatSignal> signals = new ArrayList<>();
    TreeSet<String> told = new TreeSet<>();
    long seen = random.nextLong(200_000_000, 2_000_000_000);
    for (int i = random.nextInt(1, 60); i > 0; i--) {
      seen += random.nextInt(3);
      long event = seen - random.nextInt(100);
      String channel = CHANNELS.get(random.nextInt(CHANNELS.size()));
      String field = "field" + random.nextInt(3);
      if (told.add(channel + field + event)) {
        double value = Double.longBitsToDouble(random.nextLong());
        signals.add(
            new MoatSignal(
                MoatTarget.of(channel),
                field,
                Double.isFinite(value) ? value : random.nextInt(100),
                event,
                seen));
      }
    }
    return signals;
  }

  private static String text(List<MoatSignal> signals) {
    StringBuilder text = new StringBuilder("timestamp,channel,field,value,seen\n");
    for (MoatSignal signal : signals) {
      text.append(signal.eventTime()).append(',').append(signal.target()).append(',');
      text.append(signal.field()).append(',').append(signal.value()).append(',');
      text.append(signal.seenTime()).append('\n');
    }
    return text.toString();
  }

  @Test
  void readsBackAnySignalsInOrderAndNeverBeforeTheyWereSeen() {
    qt().withExamples(300)
        .forAll(longs().all())
        .checkAssert(seed -> {
          List<MoatSignal> signals = signals(new SplittableRandom(seed));
          Candles.write(folder, "signals.csv", text(signals).getBytes(UTF_8));
          try (MoatFeed feed = SignalFile.open(folder)) {
            assertThat(ListMoatFeed.drain(feed)).isEqualTo(signals);
            assertThat(feed.source().targets())
                .isEqualTo(signals.stream().map(MoatSignal::target).distinct().sorted().toList());
          }
        });
  }

  @Test
  void saysWhereAnyBrokenFileIsBroken() {
    qt().withExamples(500)
        .forAll(longs().all())
        .checkAssert(seed -> {
          SplittableRandom random = new SplittableRandom(seed);
          byte[] content = text(signals(random)).getBytes(UTF_8);
          content[random.nextInt(content.length)] = (byte) random.nextInt(256);
          Candles.write(folder, "signals.csv", content);
          try (MoatFeed feed = SignalFile.open(folder)) {
            assertThat(ListMoatFeed.drain(feed)).isNotNull();
          } catch (BadDataException expected) {
            assertThat(expected).hasMessageMatching("(?s)signals\\.csv:\\d+:\\d+: .+");
          }
        });
  }
}
