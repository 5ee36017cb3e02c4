package mycelial.feed.kraken;

import static org.assertj.core.api.Assertions.assertThat;

import mycelial.market.MarketUpdate;
import org.junit.jupiter.api.Test;

class BarAssemblerTest {
  @Test
  void closesABarWhenTheNextOneBegins() {
    Rig rig = Rig.after(100).subscribe().at(10).streams(0, 101, 5).at(61).streams(1, 102, 1);
    assertThat(rig.told()).containsExactly("0 at 101.0 TRADED");
    assertThat(rig.wantsRest()).isFalse();
  }

  @Test
  void closesABarByTheTimerWhenItsTimeIsOver() {
    Rig rig = Rig.after(100).subscribe().at(10).streams(0, 101, 5).at(61.9).quotes(100, 101).tick();
    assertThat(rig.told()).isEmpty();
    rig.at(62.1).quotes(100, 101).tick();
    assertThat(rig.told()).containsExactly("0 at 101.0 TRADED");
  }

  @Test
  void doesNotCloseABarBeforeTheStreamHasNamedALaterTime() {
    Rig rig = Rig.after(100).subscribe().at(10).streams(0, 101, 5).at(59).quotes(100, 101);
    rig.at(63).tick();
    assertThat(rig.told()).isEmpty();
    rig.at(63.5).quotes(100, 101).tick();
    assertThat(rig.told()).containsExactly("0 at 101.0 TRADED");
  }

  @Test
  void closesABarAtLastWhereNothingNamesATime() {
    Rig rig = Rig.after(100).subscribe().at(10).streams(0, 101, 5);
    rig.at(67).hears("{\"channel\":\"heartbeat\"}").tick();
    assertThat(rig.told()).containsExactly("0 at 101.0 TRADED");
  }

  @Test
  void tellsAQuietBarWhenNothingTraded() {
    Rig rig = Rig.after(100).subscribe().at(62.5).quotes(99, 101).tick();
    assertThat(rig.told()).containsExactly("0 at 100.0 QUIET");
  }

  @Test
  void waitsForRestWhenTheStreamWasNotThereThroughout() {
    Rig rig = Rig.after(100).at(5).subscribe().at(10).streams(0, 101, 5).at(61).streams(1, 102, 1);
    rig.at(63).quotes(99, 101).tick();
    assertThat(rig.told()).isEmpty();
    assertThat(rig.wantsRest()).isTrue();
    rig.rests(0, Rig.row(0, 101.5, 6), Rig.row(1, 102, 1));
    assertThat(rig.told()).containsExactly("0 at 101.5 TRADED");
    rig.at(122.5).quotes(99, 102).tick();
    assertThat(rig.told()).containsExactly("0 at 101.5 TRADED", "1 at 102.0 TRADED");
  }

  @Test
  void waitsForRestAfterADisconnect() {
    Rig rig = Rig.after(100).subscribe().at(10).streams(0, 101, 5).at(20);
    rig.desk().streamClosed("gone");
    rig.at(30).subscribe().at(62.5).quotes(99, 101).tick();
    assertThat(rig.told()).isEmpty();
    rig.rests(0, Rig.row(0, 103, 7), Rig.row(1, 103, 1));
    assertThat(rig.told()).containsExactly("0 at 103.0 TRADED");
  }

  @Test
  void neverTakesTheRunningRowForAClosedBar() {
    Rig rig = Rig.after(100).at(70).rests(0, Rig.row(0, 101, 1), Rig.row(1, 102, 1));
    assertThat(rig.told()).containsExactly("0 at 101.0 TRADED");
  }

  @Test
  void takesNoBarBeforeItsEndByTheExchangesTimeWhateverRestCallsCommitted() {
    Rig rig = Rig.after(100).at(70).rests(3, Rig.row(0, 101, 1), Rig.row(1, 102, 1));
    assertThat(rig.told()).containsExactly("0 at 101.0 TRADED");
  }

  @Test
  void aBarKnownLongAfterItsEndIsLate() {
    Rig rig = Rig.after(100).at(76).rests(0, Rig.row(0, 101, 1));
    assertThat(rig.told()).containsExactly("0 at 101.0 LATE");
    assertThat(rig.sink().bars().getFirst().isActionable()).isFalse();
  }

  @Test
  void ignoresWhatIsRepeatedAndRejectsWhatContradicts() {
    Rig rig = Rig.after(100).at(63).rests(0, Rig.row(0, 101, 1)).at(64);
    rig.rests(0, Rig.row(0, 101, 1));
    assertThat(rig.counts().all()).containsEntry("bar repeated", 1L);
    rig.at(65).rests(0, Rig.row(0, 99, 1));
    assertThat(rig.counts().all()).containsEntry("bar conflict", 1L);
    assertThat(rig.told()).containsExactly("0 at 101.0 TRADED");
  }

  @Test
  void putsReorderedRowsIntoOrderAndTakesADoubledOneOnce() {
    Rig rig = Rig.after(100).at(183);
    rig.rests(2, Rig.row(2, 103, 1), Rig.row(0, 101, 1), Rig.row(1, 102, 1), Rig.row(1, 102, 1));
    assertThat(rig.told())
        .containsExactly("0 at 101.0 LATE", "1 at 102.0 LATE", "2 at 103.0 TRADED");
  }

  @Test
  void asksAgainForARowThatIsMissingInTheMiddleBeforeItCallsItQuiet() {
    Rig rig = Rig.after(100).at(123);
    Candle before = Rig.row(-1, 100, 1);
    rig.rests(1, before, Rig.row(1, 102, 1)).rests(1, before, Rig.row(1, 102, 1));
    assertThat(rig.told()).isEmpty();
    rig.rests(1, before, Rig.row(1, 102, 1));
    assertThat(rig.told()).containsExactly("0 at 100.0 QUIET", "1 at 102.0 TRADED");
  }

  @Test
  void aSilenceOfUpToAnHourIsQuietAndALongerOneIsAGap() {
    Rig rig = Rig.after(100).at(60 * 100 + 3).rests(99, Rig.row(99, 101, 1));
    assertThat(rig.told())
        .hasSize(61)
        .contains("59 at 100.0 QUIET")
        .doesNotContain("60 at 100.0 QUIET");
    MarketUpdate last = rig.sink().updates().getLast();
    assertThat(last.gap()).isTrue();
    assertThat(rig.told()).last().isEqualTo("99 at 101.0 TRADED");
    assertThat(rig.sink().updates()).filteredOn(MarketUpdate::gap).hasSize(1);
  }

  @Test
  void rejectsWhatCannotBeABar() {
    Rig rig = Rig.after(100).at(63);
    long start = Rig.START;
    rig.rests(
        0,
        Rig.row(start, 101, 102, 101, 1),
        Rig.row(start, 101, 101, -1, 1),
        Rig.row(start, 101, 101, Double.NaN, 1),
        Rig.row(start, 101, 101, 101, -1),
        Rig.row(start - 53, 101, 101, 101, 1),
        Rig.row(start * 1000, 101, 101, 101, 1),
        Rig.row(start + 3600, 101, 101, 101, 1),
        Rig.row(60, 101, 101, 101, 1));
    assertThat(rig.told()).containsExactly("0 at 100.0 QUIET");
    assertThat(rig.counts().all()).containsEntry("bar rejected", 8L);
  }

  @Test
  void doesNotTrustAStreamThatTellsOtherPricesWithoutATrade() {
    Rig rig = Rig.after(100).subscribe().at(10).streams(0, 101, 5).streams(0, 102, 5);
    rig.at(62.5).quotes(99, 101).tick();
    assertThat(rig.told()).isEmpty();
    assertThat(rig.counts().all()).containsEntry("bar conflict", 1L);
    rig.rests(0, Rig.row(0, 101, 5));
    assertThat(rig.told()).containsExactly("0 at 101.0 TRADED");
  }

  @Test
  void doesNotTrustTheStreamWithABarOfWhichItToldNonsense() {
    Rig rig = Rig.after(100).subscribe().at(10).streams(0, 101, 5).at(20).streams(0, -1, 6);
    rig.at(62.5).quotes(99, 101).tick();
    assertThat(rig.told()).isEmpty();
    assertThat(rig.wantsRest()).isTrue();
  }
}
