package mycelial.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mycelial.market.SignalSource;
import mycelial.memory.Hindsight.Group;
import mycelial.memory.Recollection.Verdict;
import mycelial.memory.TradeHistory.PastTrade;
import org.junit.jupiter.api.Test;

final class HindsightTest {
  private static PastTrade past(int entry, int exit, double netReturn) {
    return new PastTrade(
        "s", exit, BigDecimal.valueOf(netReturn), Memories.trade(entry, 0.3, netReturn));
  }

  private static Map<Verdict, Group> judge(List<PastTrade> trades) {
    return Objects.requireNonNull(all(trades).get(SignalSource.MYCELIAL));
  }

  private static Map<SignalSource, Map<Verdict, Group>> all(List<PastTrade> trades) {
    return Hindsight.judge(trades, 1000, Memories.SHIPPED);
  }

  @Test
  void judgesATradeByWhatHadBeenClosedWhenItWasEntered() {
    List<PastTrade> trades = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      trades.add(past(10 * i, 10 * i + 5, -0.125));
    }

    assertThat(judge(trades))
        .isEqualTo(
            Map.of(
                Verdict.KEEP, new Group(6, 6, -0.75),
                Verdict.LOWER, new Group(0, 0, 0),
                Verdict.REFUSE, new Group(3, 3, -0.375)));
  }

  @Test
  void knowsNothingOfWhatWasStillOpen() {
    List<PastTrade> trades = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      trades.add(past(10 * i, 1000, -0.125));
    }

    assertThat(judge(trades)).containsEntry(Verdict.KEEP, new Group(9, 9, -1.125));
  }

  @Test
  void judgesNothingWhereThereIsNothing() {
    assertThat(all(List.of())).isEmpty();
    assertThat(new Group(0, 0, 0).meanReturn()).isZero();
    assertThat(new Group(4, 3, -0.5).meanReturn()).isEqualTo(-0.125);
  }
}
