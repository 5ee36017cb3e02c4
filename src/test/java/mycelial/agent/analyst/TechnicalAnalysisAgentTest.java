package mycelial.agent.analyst;

import static mycelial.agent.Agents.BITCOIN;
import static mycelial.agent.Agents.closed;
import static mycelial.agent.Agents.features;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mycelial.agent.Agents;
import mycelial.agent.Layer;
import mycelial.agent.RecordingContext;
import mycelial.config.Configuration;
import mycelial.market.Bar;
import mycelial.market.FeatureVector;
import mycelial.market.Interval;
import mycelial.market.Quote;
import mycelial.market.Side;
import mycelial.market.SignalSource;
import mycelial.message.Channel;
import mycelial.message.MarketData;
import mycelial.message.Role;
import mycelial.message.TradeIdea;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class TechnicalAnalysisAgentTest {
  private static final FeatureVector BUY = features(25, 0.1, 0.5);
  private static final FeatureVector SELL = features(75, -0.1, 0.5);
  private static final FeatureVector NOTHING = features(50, 0.1, 0.5);

  private final RecordingContext context = new RecordingContext();
  private final TechnicalAnalysisAgent analyst =
      new TechnicalAnalysisAgent(
          Agents.identity(Role.TECHNICAL_ANALYST, Layer.ANALYSIS, 16),
          BITCOIN,
          Configuration.defaults().analysts());
  private long end = RecordingContext.ORIGIN;

  @BeforeEach
  void start() {
    analyst.start(context);
  }

  private void tell(MarketData data) {
    context.tell(analyst, 1, Channel.marketData(BITCOIN), data);
    context.advance(60);
    end += 60;
  }

  private void bar(FeatureVector features) {
    tell(closed(BITCOIN, end, 100, features));
  }

  private List<TradeIdea> ideas() {
    return context.sent(TradeIdea.class);
  }

  private List<@Nullable String> restated() {
    return ideas().stream().<@Nullable String>map(TradeIdea::restates).toList();
  }

  @Test
  void statesAnIdeaWhenTwoOfThreeIndicatorsAgree() {
    bar(BUY);

    assertThat(ideas()).hasSize(1);
    TradeIdea idea = ideas().getFirst();
    assertThat(idea.side()).isEqualTo(Side.BUY);
    assertThat(idea.stream()).isEqualTo(SignalSource.BASELINE);
    assertThat(idea.barEnd()).isEqualTo(RecordingContext.ORIGIN);
    assertThat(idea.restates()).isNull();
    assertThat(context.sent().getFirst().tick()).isEqualTo(16);
  }

  @Test
  void namesItselfInTheIdsOfItsIdeas() {
    bar(BUY);

    assertThat(ideas().getFirst().ideaId()).isEqualTo("b-XXBTZUSD-7-1");
    assertThat(analyst.pair()).isEqualTo(BITCOIN);
  }

  @Test
  void saysNothingWhenOneIndicatorSpeaksAlone() {
    bar(NOTHING);
    bar(FeatureVector.EMPTY);

    assertThat(ideas()).isEmpty();
  }

  @Test
  void restatesAnIdeaWhileItsCauseHolds() {
    bar(BUY);
    bar(BUY);
    bar(BUY);

    String first = ideas().getFirst().ideaId();
    assertThat(restated()).containsExactly(null, first, first);
    assertThat(ideas().stream().map(TradeIdea::ideaId)).doesNotHaveDuplicates();
  }

  @Test
  void beginsANewIdeaAfterTheCauseHasGoneOrTurned() {
    bar(BUY);
    bar(NOTHING);
    bar(BUY);
    bar(SELL);

    assertThat(restated()).containsExactly(null, null, null);
  }

  @Test
  void saysNothingOnAQuietBarAndBeginsAnewAfterIt() {
    bar(BUY);
    Bar quiet = Bar.quiet(end - 60, Interval.MINUTE, 100);
    tell(new MarketData(BITCOIN, quiet, null, BUY, false));
    bar(BUY);

    assertThat(restated()).containsExactly(null, null);
  }

  @Test
  void beginsANewIdeaAfterAGap() {
    bar(BUY);
    tell(new MarketData(BITCOIN, Agents.bar(end, 100), null, BUY, true));

    assertThat(restated()).containsExactly(null, null);
  }

  @Test
  void aQuoteWithoutABarIsNoReasonToSpeak() {
    tell(new MarketData(BITCOIN, null, new Quote(end, 100), FeatureVector.EMPTY, false));

    assertThat(ideas()).isEmpty();
  }
}
