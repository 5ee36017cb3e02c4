package mycelial.feed.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ChanceTest {
  private static final int DRAWS = 200_000;

  @Test
  void drawsNormalsOfMeanZeroAndVarianceOne() {
    Chance chance = Chance.of(1, "normal");
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < DRAWS; i++) {
      double draw = chance.gaussian();
      sum += draw;
      squares += draw * draw;
    }
    assertThat(sum / DRAWS).isCloseTo(0, within(0.01));
    assertThat(squares / DRAWS).isCloseTo(1, within(0.02));
  }

  @Test
  void drawsStudentsOfVarianceOneAndFatTails() {
    Chance chance = Chance.of(1, "student");
    double squares = 0;
    double fourths = 0;
    for (int i = 0; i < DRAWS; i++) {
      double square = StrictMath.pow(chance.studentT(), 2);
      squares += square;
      fourths += square * square;
    }
    assertThat(squares / DRAWS).isCloseTo(1, within(0.03));
    assertThat(fourths * DRAWS / (squares * squares)).isBetween(5.0, 12.0);
  }

  @Test
  void drawsIntegersUpToBothEnds() {
    Chance chance = Chance.of(7, "integers");
    List<Integer> seen = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      seen.add(chance.integer(3, 5));
    }
    assertThat(seen).containsOnly(3, 4, 5).contains(3, 4, 5);
  }

  @Test
  void givesEveryPurposeAndSeedItsOwnStream() {
    double first = Chance.of(1, "a").uniform();
    assertThat(Chance.of(1, "a").uniform()).isEqualTo(first);
    assertThat(Chance.of(1, "b").uniform()).isNotEqualTo(first);
    assertThat(Chance.of(2, "a").uniform()).isNotEqualTo(first);
  }

  @Test
  void keepsAllElementsWhenItShuffles() {
    List<Integer> list = new ArrayList<>(List.of(1, 2, 3, 4, 5, 6, 7, 8));
    Chance.of(1, "shuffle").shuffle(list);
    assertThat(list).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8);
    assertThat(list).isNotEqualTo(List.of(1, 2, 3, 4, 5, 6, 7, 8));
  }
}
