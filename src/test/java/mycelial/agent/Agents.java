package mycelial.agent;

import mycelial.market.Bar;
import mycelial.market.Feature;
import mycelial.market.FeatureVector;
import mycelial.market.Interval;
import mycelial.market.Pair;
import mycelial.market.Quote;
import mycelial.message.MarketData;
import mycelial.message.Role;

/** What tests of agents share. */
public final class Agents {
  /** A pair. */
  public static final Pair BITCOIN = new Pair("XXBTZUSD");

  /** Another pair. */
  public static final Pair ETHER = new Pair("XETHZUSD");

  private Agents() {}

  /** An identity with id 7 and that reaction time. */
  public static AgentIdentity identity(Role role, Layer layer, int reactionTicks) {
    return new AgentIdentity(7, "tested", role, layer, 0, reactionTicks);
  }

  /** A traded bar of a minute around a price. */
  public static Bar bar(long end, double price) {
    return new Bar(
        end - 60,
        Interval.MINUTE,
        price,
        price * 1.001,
        price * 0.999,
        price,
        10,
        1,
        Bar.Kind.TRADED);
  }

  /** A bar that has just closed with its features, and the price as a quote. */
  public static MarketData closed(Pair pair, long end, double price, FeatureVector features) {
    return new MarketData(pair, bar(end, price), new Quote(end, price), features, false);
  }

  /** RSI, MACD over its signal line in ATR, %B, and an ATR of 1. */
  public static FeatureVector features(double rsi, double macd, double percentB) {
    return new FeatureVector.Builder()
        .set(Feature.RSI, rsi)
        .set(Feature.MACD_HISTOGRAM_ATR, macd)
        .set(Feature.PERCENT_B, percentB)
        .set(Feature.ATR, 1)
        .build();
  }
}
