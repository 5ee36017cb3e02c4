package mycelial.colony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import mycelial.feed.Arrival;
import mycelial.market.Bar;
import mycelial.market.Interval;
import mycelial.market.MarketUpdate;
import mycelial.market.Pair;
import mycelial.market.Quote;
import mycelial.message.SystemControl;
import mycelial.message.SystemControl.Command;
import mycelial.message.SystemControl.Origin;
import mycelial.storage.JournalEntry;
import mycelial.storage.JournalEntry.Kind;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@NullMarked
final class IntakeTest {
  private static final Pair PAIR = new Pair("SOLUSD");
  private static final SystemControl HALT =
      new SystemControl(Command.HALT, Origin.OPERATOR, "for a test");

  /** A journal in memory. */
  private static final class Tape implements History {
    final ArrayDeque<JournalEntry> past = new ArrayDeque<>();
    final List<JournalEntry> written = new ArrayList<>();
    boolean closed;

    Tape(List<JournalEntry> before) {
      past.addAll(before);
    }

    @Override
    public @Nullable JournalEntry peek() {
      return past.peek();
    }

    @Override
    public void take() {
      past.remove();
    }

    @Override
    public void append(List<JournalEntry> entries) {
      assertThat(past).isEmpty();
      written.addAll(entries);
    }

    @Override
    public long stateSeconds() {
      return 60;
    }

    @Override
    public boolean endsWithPast() {
      return closed;
    }

    @Override
    public void close() {
      past.clear();
    }
  }

  private final Inbox inbox = new Inbox();
  private final Tape tape = new Tape(List.of());
  private final Intake intake = new Intake(tape, inbox, 6_000, 15);

  private static Arrival quote(double time) {
    return new Arrival.Market(new MarketUpdate(PAIR, null, new Quote(time, 5), false));
  }

  private static Arrival bar(long start, Bar.Kind kind) {
    Bar bar = new Bar(start, Interval.MINUTE, 5, 5, 5, 5, 1, 1, kind);
    return new Arrival.Market(new MarketUpdate(PAIR, bar, null, false));
  }

  @Test
  void whatArrivesEntersAtTheTickOfTheWallAndIsKeptFirst() {
    inbox.offer(bar(6_000, Bar.Kind.TRADED));
    intake.command(List.of(HALT));
    intake.gather(64 * 61);

    assertThat(intake.nextTick()).isEqualTo(64 * 61);
    Intake.Batch batch = intake.enter(64 * 61, () -> "state");

    assertThat(batch.commands()).containsExactly(HALT);
    assertThat(batch.arrivals()).containsExactly(bar(6_000, Bar.Kind.TRADED));
    assertThat(tape.written)
        .extracting(JournalEntry::kind)
        .containsExactly(Kind.COMMAND, Kind.ARRIVAL, Kind.STATE);
    assertThat(intake.nextTick()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void quotesAloneWaitForTheNextWholeSecond() {
    inbox.offer(quote(6_000.5));
    intake.gather(33);
    assertThat(intake.nextTick()).isEqualTo(64);
    intake.command(List.of(HALT));
    intake.gather(40);
    assertThat(intake.nextTick()).as("news does not wait").isEqualTo(40);
    assertThat(intake.enter(40, () -> "").arrivals()).containsExactly(quote(6_000.5));
  }

  @Test
  void whatArrivesAfterTheTickThatWasChosenEntersLater() {
    inbox.offer(quote(6_000.5));
    intake.gather(33);
    inbox.offer(quote(6_001.2));
    inbox.offer(bar(5_940, Bar.Kind.TRADED));
    intake.gather(77);
    assertThat(intake.enter(64, () -> "").arrivals()).containsExactly(quote(6_000.5));
    intake.gather(80);
    assertThat(intake.enter(80, () -> "").arrivals())
        .containsExactly(bar(5_940, Bar.Kind.TRADED), quote(6_001.2));
  }

  @Test
  void noQuoteIsOfTheFuture() {
    inbox.offer(quote(6_000.01));
    intake.command(List.of(HALT));
    intake.gather(0);
    assertThat(intake.enter(0, () -> "").arrivals()).containsExactly(quote(6_000));
  }

  @Test
  void aBarThatEntersLongAfterItsEndIsLate() {
    inbox.offer(bar(6_000, Bar.Kind.TRADED));
    inbox.offer(bar(6_060, Bar.Kind.QUIET));
    intake.gather(64 * 76);
    assertThat(intake.enter(64 * 76, () -> "").arrivals())
        .containsExactly(bar(6_000, Bar.Kind.LATE), bar(6_060, Bar.Kind.QUIET));
  }

  @Test
  void anInstantAtAnotherTickLetsItWait() {
    intake.command(List.of(HALT));
    intake.gather(50);
    assertThat(intake.enter(49, () -> "").commands()).isEmpty();
    assertThat(intake.enter(50, () -> "").commands()).containsExactly(HALT);
  }

  @Test
  void whatThePastHoldsEntersFirstAndIsNotKeptAgain() {
    Tape before = new Tape(List.of());
    Intake first = new Intake(before, inbox, 6_000, 15);
    first.command(List.of(HALT));
    inbox.offer(quote(6_000.1));
    first.gather(10);
    first.enter(10, () -> "");
    first.enter(64 * 60, () -> "state at sixty");

    Tape again = new Tape(before.written);
    Intake second = new Intake(again, new Inbox(), 6_000, 15);
    assertThat(second.isLive()).isFalse();
    second.gather(5);
    assertThat(second.nextTick()).isEqualTo(10);
    assertThat(second.enter(10, () -> "").arrivals()).containsExactly(quote(6_000.1));
    assertThat(second.nextTick()).as("a state is no event").isEqualTo(Long.MAX_VALUE);
    second.enter(64 * 60, () -> "state at sixty");
    assertThat(second.isLive()).isTrue();
    assertThat(again.written).isEmpty();
  }

  @Test
  void aStateThatIsNotWhatItWasIsADivergenceThatSaysWhen() {
    Intake again =
        new Intake(new Tape(List.of(new JournalEntry(3840, Kind.STATE, "a"))), inbox, 6_000, 15);
    assertThatExceptionOfType(Divergence.class)
        .isThrownBy(() -> again.enter(3840, () -> "b"))
        .withMessageContaining("1970-01-01T01:41:00Z (tick 3840)")
        .withMessageContaining("it was STATE a at tick 3840 and is now STATE b");
  }

  @Test
  void whatThePastHasAndThePresentNotIsADivergence() {
    Intake again =
        new Intake(new Tape(List.of(new JournalEntry(3841, Kind.STATE, "a"))), inbox, 6_000, 15);
    assertThatExceptionOfType(Divergence.class)
        .isThrownBy(() -> again.enter(3840, () -> "a"))
        .withMessageContaining("tick 3840");
  }

  @Test
  void theEndOfThePastIsItsLastTick() {
    Tape ended = new Tape(List.of(new JournalEntry(70, Kind.END, "interrupted")));
    ended.closed = true;
    Intake again = new Intake(ended, inbox, 6_000, 15);
    assertThat(again.endTick()).isEqualTo(70);
    assertThat(again.endReason()).isEqualTo("interrupted");
    assertThat(again.isOver()).isFalse();
    again.end(70, "interrupted");
    assertThat(again.isOver()).isTrue();
  }

  @Test
  void anotherEndThanInThePastIsADivergence() {
    Intake again =
        new Intake(new Tape(List.of(new JournalEntry(70, Kind.END, ""))), inbox, 6_000, 15);
    assertThatExceptionOfType(Divergence.class).isThrownBy(() -> again.end(71, ""));
  }

  @Test
  void itsEndIsKept() {
    intake.end(99, "stopped: by a test");
    assertThat(tape.written).containsExactly(new JournalEntry(99, Kind.END, "stopped: by a test"));
  }
}
