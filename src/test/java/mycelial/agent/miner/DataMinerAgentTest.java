package mycelial.agent.miner;

import static mycelial.agent.Agents.BITCOIN;
import static mycelial.agent.Agents.ETHER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mycelial.agent.Agents;
import mycelial.agent.Layer;
import mycelial.agent.RecordingContext;
import mycelial.analysis.FeatureCalculator;
import mycelial.analysis.FeatureRanks;
import mycelial.market.Feature;
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
          Agents.identity(Role.DATA_MINER, Layer.DATA, 1),
          BITCOIN,
          Interval.MINUTE,
          new FeatureRanks(128, 1));

  @BeforeEach
  void start() {
    miner.start(context);
  }

  private static double price(int minute) {
    return 100 + minute % 7;
  }

  private void minute(int minute, boolean gap) {
    long end = RecordingContext.ORIGIN + 60L * minute;
    Quote quote = new Quote(end, price(minute));
    announce(new MarketUpdate(BITCOIN, Agents.bar(end, price(minute)), quote, gap));
  }

  private void announce(MarketUpdate update) {
    miner.offer(miner.mine(update));
    context.step(miner);
  }

  private List<MarketData> announced() {
    return context.sent(MarketData.class);
  }

  @Test
  void announcesABarWithTheFeaturesOfAllClosedBars() {
    FeatureCalculator features = new FeatureCalculator(Interval.MINUTE);
    FeatureRanks ranks = new FeatureRanks(128, 1);
    for (int i = 0; i < 100; i++) {
      minute(i, false);
      long end = RecordingContext.ORIGIN + 60L * i;
      assertThat(announced().getLast().features())
          .isEqualTo(ranks.traded(features.add(Agents.bar(end, price(i)))));
    }

    assertThat(announced()).hasSize(100);
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
    FeatureVector cold = announced().getLast().features();
    for (Feature feature : Feature.values()) {
      assertThat(cold.find(feature)).isEqualTo(announced().getFirst().features().find(feature));
    }
  }

  @Test
  void announcesAQuoteWithoutABarAndWithoutFeatures() {
    Quote quote = new Quote(RecordingContext.ORIGIN, 100);
    announce(new MarketUpdate(BITCOIN, null, quote, false));

    assertThat(announced())
        .containsExactly(new MarketData(BITCOIN, null, quote, FeatureVector.EMPTY, false));
  }

  @Test
  void saysNothingWhenNothingHasBecomeKnown() {
    context.step(miner);

    assertThat(context.sent()).isEmpty();
  }

  @Test
  void readsNoChannel() {
    assertThat(miner.subscriptions()).isEmpty();
    MarketData data = Agents.closed(ETHER, RecordingContext.ORIGIN, 100, FeatureVector.EMPTY);
    context.tell(miner, 1, Channel.marketData(ETHER), data);
    context.advance(1);

    assertThat(context.failures()).hasSize(1);
  }
}
