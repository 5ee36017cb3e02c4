package mycelial.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import mycelial.market.Side;
import mycelial.market.SignalSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class TradeRecordTest {
  private static TradeRecord of(SignalSource stream, double time, double netReturn) {
    return new TradeRecord(
        "t", Memories.BITCOIN, Side.BUY, stream, time, Memories.flat(0.5), netReturn);
  }

  @ParameterizedTest
  @EnumSource(names = {"SYNTHESIZED", "ACCOUNT"})
  void refusesStreamsThatHoldTheSameIdeasAgain(SignalSource stream) {
    assertThatThrownBy(() -> of(stream, 1, 0.1)).hasMessageContaining("remembered elsewhere");
  }

  @Test
  void belongsToTheFailuresUnlessItEarnedMoney() {
    assertThat(of(SignalSource.MYCELIAL, 1, 0.001).collection())
        .isEqualTo(MemoryCollection.TRADING_PATTERNS);
    assertThat(of(SignalSource.MYCELIAL, 1, 0).collection())
        .isEqualTo(MemoryCollection.FAILED_PATTERNS);
    assertThat(of(SignalSource.BASELINE, 1, -0.001).isFailure()).isTrue();
  }

  @Test
  void refusesWhatIsNotANumber() {
    assertThatThrownBy(() -> of(SignalSource.BASELINE, 1, Double.NaN))
        .hasMessage("t: entered at 1.0, returned NaN");
    assertThatThrownBy(() -> of(SignalSource.BASELINE, Double.POSITIVE_INFINITY, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
