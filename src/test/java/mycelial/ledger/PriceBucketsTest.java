package mycelial.ledger;

import static mycelial.ledger.Samples.ADA;
import static mycelial.ledger.Samples.BTC;
import static mycelial.ledger.Samples.START;
import static mycelial.ledger.Samples.bar;
import static org.assertj.core.api.Assertions.assertThat;

import mycelial.market.Bar;
import mycelial.market.Interval;
import org.junit.jupiter.api.Test;

final class PriceBucketsTest {
  private final PriceBuckets buckets = new PriceBuckets();

  @Test
  void fiveMinutesBecomeOneBucket() {
    for (int i = 0; i < 4; i++) {
      buckets.add(ADA, bar(60L * i, 10 + i, 12 + i, 9 - i, 11 + i));
    }
    assertThat(buckets.takeOver()).isEmpty();
    buckets.add(ADA, Bar.quiet(START + 240, Interval.MINUTE, 14));

    assertThat(buckets.takeOver())
        .containsExactly(new PriceBucket(ADA, START, 300, 10, 15, 6, 14, 4, 5, 1));
    assertThat(buckets.takeOver()).isEmpty();
  }

  @Test
  void aLongerBarIsABucketOfItsOwn() {
    buckets.add(ADA, new Bar(START, Interval.HOUR, 1, 2, 1, 2, 5, 1, Bar.Kind.TRADED));

    assertThat(buckets.takeOver())
        .containsExactly(new PriceBucket(ADA, START, 3600, 1, 2, 1, 2, 5, 1, 0));
  }

  @Test
  void aGapEndsABucketThatIsNotComplete() {
    buckets.add(ADA, bar(0, 1, 1, 1, 1));
    buckets.add(ADA, bar(600, 2, 2, 2, 2));

    assertThat(buckets.takeOver()).extracting(PriceBucket::bars).containsExactly(1);
  }

  @Test
  void theRestComesByPair() {
    buckets.add(BTC, bar(0, 1, 1, 1, 1));
    buckets.add(ADA, bar(0, 1, 1, 1, 1));

    assertThat(buckets.takeRest()).extracting(PriceBucket::pair).containsExactly(ADA, BTC);
    assertThat(buckets.takeRest()).isEmpty();
  }
}
