package mycelial.bus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.longs;

import java.math.BigDecimal;
import mycelial.market.Bar;
import mycelial.market.Feature;
import mycelial.market.FeatureVector;
import mycelial.market.Interval;
import mycelial.market.Pair;
import mycelial.market.Quote;
import mycelial.message.Channel;
import mycelial.message.Envelope;
import mycelial.message.MarketData;
import mycelial.message.SynthesizedTrade;
import mycelial.message.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MessageCodecTest {
  private static final Pair BTC = new Pair("XXBTZUSD");
  private static final Channel BTC_CHANNEL = Channel.marketData(BTC);
  private static final String QUOTE_ONLY =
      "{\"source\":3,\"session\":\"s\",\"epoch\":12,\"seq\":7,\"timestamp\":1620345600.25,"
          + "\"pair\":\"XXBTZUSD\",\"quote\":{\"time\":1620345600.25,\"mid\":57000.5},\"gap\":false}";

  private final MessageCodec codec = new MessageCodec();

  private static Envelope marketData(MarketData body) {
    return new Envelope(3, 7, 1620345600.25, BTC_CHANNEL, body);
  }

  private String encoded(Envelope envelope) {
    return new String(codec.encode(envelope, "s", 12), UTF_8);
  }

  @Test
  void writesFlatReadableJson() {
    Bar bar =
        new Bar(
            1620345540, Interval.MINUTE, 57000, 57010.5, 56999.9, 57001, 0.1, 3, Bar.Kind.TRADED);
    FeatureVector features =
        new FeatureVector.Builder()
            .set(Feature.RSI, 43.1)
            .set(Feature.RETURN_1, -0.00012345678949)
            .set(Feature.ATR, 123.4567890123)
            .build();
    Quote quote = new Quote(1620345600.25, 57000.5);
    assertThat(encoded(marketData(new MarketData(BTC, bar, quote, features, false))))
        .isEqualTo(
            "{\"source\":3,\"session\":\"s\",\"epoch\":12,\"seq\":7,\"timestamp\":1620345600.25,"
                + "\"pair\":\"XXBTZUSD\",\"interval\":1,\"bar\":{\"start\":1620345540,"
                + "\"open\":57000,\"high\":57010.5,\"low\":56999.9,\"close\":57001,"
                + "\"volume\":0.1,\"trades\":3,\"kind\":\"TRADED\"},"
                + "\"quote\":{\"time\":1620345600.25,\"mid\":57000.5},"
                + "\"features\":{\"return_1\":-0.0001234568,\"rsi\":43.1,\"atr\":123.456789012},"
                + "\"gap\":false}");
  }

  @Test
  void leavesOutWhatIsAbsent() {
    Quote quote = new Quote(1620345600.25, 57000.5);
    MarketData body = new MarketData(BTC, null, quote, FeatureVector.EMPTY, false);
    assertThat(encoded(marketData(body))).isEqualTo(QUOTE_ONLY);
  }

  @Test
  void keepsEveryMessageUpToTheRoundingOfFeatures() {
    qt().withExamples(1000)
        .forAll(longs().all())
        .checkAssert(seed -> {
          Envelope sent = new Samples(seed).envelope();
          MessageCodec.Decoded once = codec.decode(codec.encode(sent, "s", 1), sent.channel());
          assertThat(once.session()).isEqualTo("s");
          assertThat(once.epoch()).isEqualTo(1);
          assertThat(withoutFeatures(once.envelope())).isEqualTo(withoutFeatures(sent));
          assertFeaturesAreClose(once.envelope(), sent);
          byte[] again = codec.encode(once.envelope(), "s", 1);
          assertThat(codec.decode(again, sent.channel())).isEqualTo(once);
        });
  }

  private static Envelope withoutFeatures(Envelope e) {
    if (!(e.body() instanceof MarketData data)) {
      return e;
    }
    MarketData bare =
        new MarketData(data.pair(), data.bar(), data.quote(), FeatureVector.EMPTY, data.gap());
    return new Envelope(e.source(), e.seq(), e.timestamp(), e.channel(), bare);
  }

  private static void assertFeaturesAreClose(Envelope actual, Envelope expected) {
    if (actual.body() instanceof MarketData left && expected.body() instanceof MarketData right) {
      for (Feature feature : Feature.values()) {
        assertThat(left.features().has(feature)).isEqualTo(right.features().has(feature));
        if (right.features().has(feature)) {
          double value = right.features().value(feature);
          double tolerance = Math.max(0.500001e-10, Math.abs(value) * 0.5e-11);
          assertThat(Math.abs(left.features().value(feature) - value))
              .isLessThanOrEqualTo(tolerance);
        }
      }
    }
  }

  @Test
  void neverWritesAnExponentForMoney() {
    BigDecimal tiny = new BigDecimal("1E-12");
    SynthesizedTrade trade =
        new SynthesizedTrade("t", BTC, 1, 2, tiny, tiny, new BigDecimal("1E+3"), tiny, tiny, tiny);
    Channel channel = Channel.of(Topic.SYNTHESIZED_TRADE_LOG);
    assertThat(encoded(new Envelope(1, 1, 1, channel, trade)))
        .contains("\"entryPrice\":0.000000000001")
        .contains("\"pnl\":1000,");
  }

  @ParameterizedTest
  @CsvSource({
    "1e-300, 1.0E-300",
    "1e300, 1.0E300",
    "0.30000000000000004, 0.30000000000000004",
    "123456789.125, 123456789.125",
    "1e15, 1000000000000000"
  })
  void writesPricesInShortestForm(double price, String text) {
    MarketData body = new MarketData(BTC, null, new Quote(0, price), FeatureVector.EMPTY, true);
    assertThat(encoded(marketData(body))).contains("\"mid\":" + text + "}");
  }

  @Test
  void refusesToWriteAMessageThatNobodyWouldRead() {
    TradeIdeaOfLength idea = new TradeIdeaOfLength(70_000);
    assertThatThrownBy(() -> codec.encode(idea.envelope(), "s", 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("baseline-trade-ideas");
    MarketData body =
        new MarketData(BTC, null, new Quote(1620345600.25, 57000.5), FeatureVector.EMPTY, false);
    assertThat(encoded(marketData(body))).isEqualTo(QUOTE_ONLY);
  }

  @Test
  void readsItsOwnQuote() {
    assertThat(codec.decode(QUOTE_ONLY.getBytes(UTF_8), BTC_CHANNEL).epoch()).isEqualTo(12);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"gap\":false} x",
        "\"gap\":false}{}",
        "\"gap\":false",
        "\"gap\":0}",
        "\"gap\":\"false\"}",
        "\"gap\":false,\"gap\":false}",
        "\"gap\":false,\"source\":3}",
        "\"gap\":false,\"more\":1}",
        "\"gap\":false,\"interval\":1}",
        "\"gap\":false,\"features\":{\"rsi\":1,\"rsi\":1}}",
        "\"gap\":false,\"features\":{\"rsi\":NaN}}",
        "\"gap\":false,\"features\":{\"rsi\":1e999}}",
        "\"gap\":false,\"features\":{\"rsi\":\"1\"}}",
        "\"gap\":false,\"features\":{\"unheard\":1}}",
        "\"gap\":false,\"features\":[]}",
        "\"gap\":false,\"bar\":{}}",
        "}"
      })
  void refusesMarketDataThatEndsWith(String end) {
    String json = QUOTE_ONLY.replace("\"gap\":false}", end);
    assertThatThrownBy(() -> codec.decode(json.getBytes(UTF_8), BTC_CHANNEL))
        .isInstanceOf(MalformedMessageException.class)
        .message()
        .hasSizeBetween(1, 200)
        .matches("[ -~]*");
  }

  @Test
  void refusesAPairOnTheChannelOfAnother() {
    Channel other = Channel.marketData(new Pair("XETHZUSD"));
    assertThatThrownBy(() -> codec.decode(QUOTE_ONLY.getBytes(UTF_8), other))
        .isInstanceOf(MalformedMessageException.class)
        .hasMessage("market-data:XETHZUSD does not carry XXBTZUSD");
  }
}
