package mycelial.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
  @ParameterizedTest
  @CsvSource({"kitten,sitting,3", "flaw,lawn,2", "'',abc,3", "abc,'',3", "same,same,0"})
  void countsInsertionsDeletionsAndReplacements(String from, String to, int distance) {
    assertThat(Nearest.distance(from, to)).isEqualTo(distance);
  }

  @Test
  void takesTheFirstOfTheNearestAndNothingFarAway() {
    assertThat(Nearest.to("seet", List.of("hours", "seed", "seek"))).contains("seed");
    assertThat(Nearest.to("colour", List.of("quorum"))).isEmpty();
  }
}
