package mycelial.learning;

import static mycelial.learning.TestBrains.BITCOIN;
import static mycelial.learning.TestBrains.ETHER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import mycelial.market.Side;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

final class BrainLearnsTest {
  private static final Logger LOG = LoggerFactory.getLogger(BrainLearnsTest.class);
  private static final int BRAINS = 10;
  private static final int DAYS = 3;

  @Test
  void findsThePlantedCauseInMostOfTenBrains() {
    List<List<MarketObservation>> minutes = TestMarket.days(DAYS, List.of(BITCOIN, ETHER), true);
    int found = 0;
    for (int i = 0; i < BRAINS; i++) {
      Brain brain = TestBrains.brain(i, 1000 + i);
      List<Vote> votes = TestBrains.run(brain, minutes);
      Optional<RatedRule> best = brain.bestToShare(DAYS * 86_400.0);
      LOG.info("brain {}: {} licensed, best {}", i, brain.licensed(), best);
      if (best.isPresent() && best.get().rule().side() == Side.BUY && !votes.isEmpty()) {
        assertThat(best.get().statistics().mean()).isPositive();
        found++;
      }
    }
    assertThat(found).isGreaterThanOrEqualTo(3);
  }

  @Test
  void licensesNextToNothingOnARandomWalkWithCosts() {
    List<List<MarketObservation>> minutes = TestMarket.days(DAYS, List.of(BITCOIN, ETHER), false);
    long discovered = 0;
    long retired = 0;
    for (int i = 0; i < BRAINS; i++) {
      Brain brain = TestBrains.brain(i, 1000 + i);
      TestBrains.run(brain, minutes);
      discovered += brain.discovered();
      retired += brain.retired();
    }
    LOG.info("{} rules licensed of {} tried", discovered, retired);
    assertThat(retired).isGreaterThan(1000);
    assertThat(discovered).isLessThanOrEqualTo(1);
  }
}
