package mycelial.stub;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import mycelial.feed.ScaledClock;

/**
 * What every part of the stub looks at: the clock, the market, the faults. Safe for use by several
 * threads.
 *
 * @param clock the exchange's time
 * @param market what is traded
 * @param faults what goes wrong, and when
 * @param options how it was started
 */
record StubState(ScaledClock clock, StubMarket market, FaultPlan faults, StubOptions options) {
  /** The exchange's time, seconds since the epoch. */
  double now() {
    return clock.seconds();
  }

  /** The pair that a REST request means, unless there is none or it is not traded any more. */
  Optional<Integer> pairCalled(String name) {
    return pairWhere(pair -> pair.isCalled(name));
  }

  /** The pair that a WebSocket request means, likewise. */
  Optional<Integer> pairOfSymbol(String symbol) {
    return pairWhere(pair -> pair.symbol().equals(symbol));
  }

  private Optional<Integer> pairWhere(Predicate<StubPair> wanted) {
    List<StubPair> pairs = market.pairs();
    for (int i = 0; i < pairs.size(); i++) {
      if (wanted.test(pairs.get(i)) && !faults.isDelisted(pairs.get(i), now())) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  /** Up to when a pair's market may be told: now, unless its feed is frozen. */
  double known(int pair) {
    return faults.known(market.pairs().get(pair), now());
  }

  /** What the exchange says to be worth, at an instant that may be told. */
  StubMarket.BidAsk quote(int pair, double time) {
    double step = options.tickerSeconds();
    return market.bidAsk(
        pair, Math.max((double) market.firstTime(), Math.floor(time / step) * step));
  }
}
