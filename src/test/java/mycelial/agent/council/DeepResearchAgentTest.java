package mycelial.agent.council;

import static mycelial.agent.Agents.BITCOIN;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import mycelial.agent.Agents;
import mycelial.agent.Layer;
import mycelial.agent.RecordingContext;
import mycelial.learning.MarketHistory;
import mycelial.learning.Retest;
import mycelial.learning.RetestSettings;
import mycelial.ledger.CostModel;
import mycelial.ledger.ExitRules;
import mycelial.ledger.FeeTier;
import mycelial.market.Bar;
import mycelial.market.Feature;
import mycelial.market.FeatureVector;
import mycelial.market.Interval;
import mycelial.market.Pair;
import mycelial.market.Quote;
import mycelial.message.Channel;
import mycelial.message.MarketData;
import mycelial.message.Role;
import mycelial.message.Topic;
import mycelial.message.ValidationResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A researcher of one pair that reacts after half a second. */
final class DeepResearchAgentTest {
  private final RecordingContext context = new RecordingContext();
  private final MarketHistory history = new MarketHistory(1000, Interval.MINUTE);
  private final DeepResearchAgent researcher =
      new DeepResearchAgent(
          Agents.identity(Role.RESEARCHER, Layer.QUALITY, 32),
          List.of(BITCOIN),
          List.of(),
          history,
          new Retest(settings(), history, new SplittableRandom(1)));
  private double price = 100;

  private static RetestSettings settings() {
    Map<Pair, Double> spreads = new TreeMap<>();
    spreads.put(BITCOIN, 0.0);
    return new RetestSettings(
        1000,
        20,
        99,
        5,
        0.1,
        Interval.MINUTE,
        new CostModel(BigDecimal.ZERO, List.of(new FeeTier(BigDecimal.ZERO, BigDecimal.ZERO))),
        spreads,
        new ExitRules(3, 6));
  }

  @BeforeEach
  void start() {
    researcher.start(context);
  }

  /** Ten bars rise after each low RSI, which comes every 37 minutes; all others fall. */
  private void minutes(int count) {
    for (int i = 0; i < count; i++) {
      long end = (long) context.now();
      double open = price;
      price *= i % 37 > 0 && i % 37 <= 10 ? 1.003 : 0.999;
      Bar bar =
          new Bar(
              end - 60,
              Interval.MINUTE,
              open,
              Math.max(open, price),
              Math.min(open, price),
              price,
              1,
              1,
              Bar.Kind.TRADED);
      FeatureVector features =
          new FeatureVector.Builder()
              .set(Feature.RSI, 50)
              .rank(Feature.RSI, i % 37 == 0 ? 0.01 : 0.5)
              .set(Feature.VOLUME_Z, 1)
              .rank(Feature.VOLUME_Z, 0.9)
              .set(Feature.ATR, 1)
              .build();
      context.tell(
          researcher,
          1,
          Channel.marketData(BITCOIN),
          new MarketData(BITCOIN, bar, new Quote(end, price), features, false));
      context.advance(60);
    }
  }

  private ValidationResult ask(double fittedFrom) {
    context.tell(
        researcher,
        121,
        Channel.of(Topic.PATTERN_VALIDATION_REQUEST),
        Cases.request("l-0-1", fittedFrom));
    context.advance(1);
    return context.sent(ValidationResult.class).getLast();
  }

  @Test
  void retestsOnWhatItHasSeenAndAnswersAfterItsReactionTime() {
    minutes(700);
    long tick = context.tick();
    ValidationResult result = ask(0);

    assertThat(result.approved()).isTrue();
    assertThat(result.requestId()).isEqualTo("l-0-1");
    assertThat(result.outcomes()).isBetween(17, 19);
    assertThat(result.meanReturn()).isPositive();
    assertThat(result.pValue()).isLessThanOrEqualTo(0.1);
    assertThat(context.sent().getLast().tick()).isEqualTo(tick + 32);
    assertThat(researcher.requests()).isEqualTo(1);
    assertThat(researcher.approvals()).isEqualTo(1);
  }

  @Test
  void saysHowMuchOfItWasNotFitted() {
    minutes(700);
    ValidationResult result = ask(RecordingContext.ORIGIN + 350 * 60);

    assertThat(result.unfitted()).isBetween(8, 10);
    assertThat(result.quality()).isGreaterThan(ask(0).quality());
  }

  @Test
  void refusesWhatItHasSeenTooLittleOf() {
    minutes(30);

    assertThat(ask(0).approved()).isFalse();
    assertThat(ask(0).reason()).startsWith("a history of 30 bars is too short");
    assertThat(researcher.approvals()).isZero();
  }

  @Test
  void hasSeenNothingOfItsOwnAccord() {
    assertThat(ask(0).reason()).startsWith("a history of 0 bars is too short");
    assertThat(context.failures()).isEmpty();
  }
}
