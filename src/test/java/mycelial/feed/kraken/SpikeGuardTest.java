package mycelial.feed.kraken;

import static org.assertj.core.api.Assertions.assertThat;

import mycelial.feed.Arrival;
import org.junit.jupiter.api.Test;

class SpikeGuardTest {
  private static Rig spike() {
    Rig rig = Rig.after(100).subscribe().at(10).streams(0, 1000, 5).at(62.5).quotes(99, 101);
    return rig.tick();
  }

  @Test
  void holdsASpikeBackAndPausesThePair() {
    Rig rig = spike();
    assertThat(rig.told()).isEmpty();
    assertThat(rig.wantsRest()).isTrue();
    Arrival.Access access = rig.sink().access().getLast();
    assertThat(access.cause()).isEqualTo("price");
    assertThat(access.pair()).isEqualTo(Rig.PAIR);
    assertThat(access.entries()).isFalse();
  }

  @Test
  void believesItWhenRestSaysTheSame() {
    Rig rig = spike().rests(0, Rig.row(0, 1000, 5));
    assertThat(rig.told()).containsExactly("0 at 1000.0 TRADED");
    assertThat(rig.sink().access().getLast().entries()).isTrue();
  }

  @Test
  void takesRestsWordWhereRestSaysOtherwise() {
    Rig rig = spike().rests(0, Rig.row(0, 101, 5));
    assertThat(rig.told()).containsExactly("0 at 101.0 TRADED");
    assertThat(rig.sink().access().getLast().entries()).isTrue();
  }

  @Test
  void believesItWhenTheNextBarStaysThere() {
    Rig rig =
        spike().at(70).streams(1, 1010, 1).at(100).quotes(98, 102).at(122.5).quotes(97, 103).tick();
    assertThat(rig.told()).containsExactly("0 at 1000.0 LATE", "1 at 1010.0 TRADED");
    assertThat(rig.sink().access().getLast().entries()).isTrue();
  }

  @Test
  void dropsItWhenTheNextBarIsBack() {
    Rig rig =
        spike()
            .at(70)
            .streams(1, 100.5, 1)
            .at(100)
            .quotes(98, 102)
            .at(122.5)
            .quotes(100, 101)
            .tick();
    assertThat(rig.told()).containsExactly("0 at 100.0 QUIET", "1 at 100.5 TRADED");
    assertThat(rig.sink().access().getLast().entries()).isTrue();
    assertThat(rig.counts().all()).containsEntry("bar rejected", 1L);
  }
}
