package mycelial.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StationaryBootstrapTest {
  @Test
  void blocksHaveTheMeanLengthAskedFor() {
    int[] breaks = new int[1];
    new StationaryBootstrap(1000, 8, 5)
        .draw(
            200,
            places -> {
              for (int i = 1; i < places.length; i++) {
                breaks[0] += places[i] == (places[i - 1] + 1) % 1000 ? 0 : 1;
              }
            });

    assertThat(200 * 999.0 / breaks[0]).isCloseTo(8, within(0.3));
  }

  @Test
  void theSameSeedDrawsTheSame() {
    assertThat(draws(3)).isEqualTo(draws(3)).isNotEqualTo(draws(4));
  }

  private static List<Integer> draws(long seed) {
    List<Integer> all = new ArrayList<>();
    new StationaryBootstrap(20, 3, seed)
        .draw(
            5,
            places -> {
              for (int place : places) {
                all.add(place);
              }
            });
    return all;
  }
}
