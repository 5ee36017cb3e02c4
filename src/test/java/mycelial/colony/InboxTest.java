package mycelial.colony;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import mycelial.feed.Arrival;
import mycelial.market.Bar;
import mycelial.market.Interval;
import mycelial.market.MarketUpdate;
import mycelial.market.Pair;
import mycelial.market.Quote;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@NullMarked
final class InboxTest {
  private static final Pair ONE = new Pair("SOLUSD");
  private static final Pair OTHER = new Pair("ADAUSD");

  private final Inbox inbox = new Inbox();

  private static Arrival quote(Pair pair, double time) {
    return new Arrival.Market(new MarketUpdate(pair, null, new Quote(time, 5), false));
  }

  private static Arrival bar(long start) {
    Bar bar = new Bar(start, Interval.MINUTE, 5, 5, 5, 5, 1, 1, Bar.Kind.TRADED);
    return new Arrival.Market(new MarketUpdate(ONE, bar, null, false));
  }

  @Test
  void keepsEveryBarAndOfQuotesTheNewestOfEachPair() {
    inbox.offer(quote(ONE, 1));
    inbox.offer(bar(60));
    inbox.offer(quote(OTHER, 2));
    inbox.offer(bar(120));
    inbox.offer(quote(ONE, 3));

    assertThat(inbox.drain()).containsExactly(bar(60), bar(120), quote(OTHER, 2), quote(ONE, 3));
    assertThat(inbox.isEmpty()).isTrue();
  }

  @Test
  void quotesAloneAreNoNews() {
    inbox.offer(quote(ONE, 1));
    assertThat(inbox.hasNews()).isFalse();
    assertThat(inbox.isEmpty()).isFalse();
    inbox.offer(bar(60));
    assertThat(inbox.hasNews()).isTrue();
  }

  @Test
  void ringsForTheFirstQuoteAndForAllNews() {
    AtomicInteger rung = new AtomicInteger();
    inbox.onNews(rung::incrementAndGet);
    inbox.offer(quote(ONE, 1));
    inbox.offer(quote(OTHER, 1));
    assertThat(rung).hasValue(1);
    inbox.offer(bar(60));
    assertThat(rung).hasValue(2);
  }
}
