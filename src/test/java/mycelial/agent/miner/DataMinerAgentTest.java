package mycelial.agent.miner;

import static mycelial.agent.Agents.BITCOIN;
import static mycelial.agent.Agents.ETHER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mycelial.agent.Agents;
import mycelial.agent.Layer;
import mycelial.agent.RecordingContext;
import mycelial.analysis.FeatureCalculator;
import mycelial.market.FeatureVector;
import mycelial.market.Interval;
import mycelial.market.MarketUpdate;
import mycelial.market.Quote;
import mycelial.message.Channel;
import mycelial.message.MarketData;
import mycelial.message.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class DataMinerAgentTest {
  private final RecordingContext context = new RecordingContext();
  private final DataMinerAgent miner =
      new DataMinerAgent(
          Agents.identity(Role.DATA_MINER, Layer.DATA, 1), BITCOIN, Interval.MINUTE);

  @BeforeEach
  void start() {
    miner.start(context);
  }

  private static double price(int minute) {
    return 100 + minute % 7;
  }

  private void minute(int minute, boolean gap) {
    long end = RecordingContext.ORIGIN + 60L * minute;
    miner.offer(
        new MarketUpdate(
            BITCOIN, Agents.bar(end, price(minute)), new Quote(end, price(minute)), gap));
    context.step(miner);
  }

  private List<MarketData> announced() {
    return context.sent(MarketData.class);
  }

  @Test
  void announcesABarWithTheFeaturesOfAllClosedBars() {
    FeatureCalculator features = new FeatureCalculator(Interval.MINUTE);
    for (int i = 0; i < 100; i++) {
      minute(i, false);
      long end = RecordingContext.ORIGIN + 60L * i;
      assertThat(announced().getLast().features())
          .isEqualTo(features.add(Agents.bar(end, price(i))));
    }

    assertThat(miner.bars()).isEqualTo(100);
    assertThat(context.sent().getLast().channel()).isEqualTo(Channel.marketData(BITCOIN));
  }

  @Test
  void startsItsIndicatorsAgainAfterAGap() {
    for (int i = 0; i < 100; i++) {
      minute(i, false);
    }
    FeatureVector warm = announced().getLast().features();
    minute(200, true);

    assertThat(warm.isEmpty()).isFalse();
    assertThat(announced().getLast().gap()).isTrue();
    assertThat(announced().getLast().features()).isEqualTo(announced().getFirst().features());
  }

  @Test
  void announcesAQuoteWithoutABarAndWithoutFeatures() {
    Quote quote = new Quote(RecordingContext.ORIGIN, 100);
    miner.offer(new MarketUpdate(BITCOIN, null, quote, false));
    context.step(miner);

    assertThat(announced())
        .containsExactly(new MarketData(BITCOIN, null, quote, FeatureVector.EMPTY, false));
    assertThat(miner.bars()).isZero();
  }

  @Test
  void saysNothingWhenNothingHasBecomeKnown() {
    context.step(miner);

    assertThat(context.sent()).isEmpty();
  }

  @Test
  void readsNoChannel() {
    assertThat(miner.subscriptions()).isEmpty();
    MarketData data =
        Agents.closed(ETHER, RecordingContext.ORIGIN, 100, FeatureVector.EMPTY);
    context.tell(miner, 1, Channel.marketData(ETHER), data);
    context.advance(1);

    assertThat(context.failures()).hasSize(1);
  }
}
