package mycelial.colony;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import mycelial.feed.Arrival.Access;
import mycelial.market.Pair;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@NullMarked
final class GateTest {
  private static final Pair ONE = new Pair("SOLUSD");
  private static final Pair OTHER = new Pair("ADAUSD");

  private final Gate gate = new Gate();

  @Test
  void isOpenUntilSomebodyBarsIt() {
    assertThat(gate.barrier(ONE)).isNull();
    assertThat(gate.barrier()).isNull();
  }

  @Test
  void barsAPairAndLeavesTheOthers() {
    assertThat(gate.take(new Access("feed", ONE, false, "silent"))).isTrue();
    assertThat(gate.barrier(ONE)).isEqualTo("silent");
    assertThat(gate.barrier(OTHER)).isNull();
    assertThat(gate.barredPairs()).isEqualTo(Map.of("SOLUSD", "silent"));
  }

  @Test
  void isOpenAgainOnlyWhenEveryCauseHasGone() {
    gate.take(new Access("exchange", null, false, "maintenance"));
    gate.take(new Access("lag", null, false, "slow"));
    assertThat(gate.take(new Access("exchange", null, true, "online"))).isTrue();
    assertThat(gate.barrier(ONE)).isEqualTo("slow");
    gate.take(new Access("lag", null, true, "quick"));
    assertThat(gate.barrier(ONE)).isNull();
  }

  @Test
  void aWordThatChangesNothingIsNoNews() {
    assertThat(gate.take(new Access("feed", ONE, true, "fresh"))).isFalse();
    gate.take(new Access("feed", ONE, false, "silent"));
    assertThat(gate.take(new Access("feed", ONE, false, "silent"))).isFalse();
  }

  @Test
  void reopensEverythingThatIsBarred() {
    gate.take(new Access("exchange", null, false, "maintenance"));
    gate.take(new Access("feed", ONE, false, "silent"));
    gate.reopen().forEach(word -> gate.take((Access) word));
    assertThat(gate.barrier(ONE)).isNull();
    assertThat(gate.barredPairs()).isEmpty();
  }
}
