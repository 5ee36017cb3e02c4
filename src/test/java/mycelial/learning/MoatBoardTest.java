package mycelial.learning;

import static org.assertj.core.api.Assertions.assertThat;

import mycelial.learning.MoatBoard.Reading;
import mycelial.market.Moat;
import mycelial.market.MoatProvenance;
import mycelial.market.MoatTarget;
import org.junit.jupiter.api.Test;

final class MoatBoardTest {
  private static final MoatTarget PYTHON = new MoatTarget(Moat.CODE, "Python");
  private static final MoatTarget TECH = new MoatTarget(Moat.CORPORATIONS, "Tech");

  private final MoatBoard board = new MoatBoard();

  private static Reading reading(MoatTarget target, String field, double value) {
    return new Reading(target, field, value, 0.5, MoatProvenance.RECORDED, 60);
  }

  @Test
  void keepsTheNewestOfEachField() {
    board.note(reading(PYTHON, "stars", 1));
    board.note(reading(PYTHON, "forks", 2));
    board.note(reading(PYTHON, "stars", 3));

    assertThat(board.readings())
        .containsExactly(reading(PYTHON, "forks", 2), reading(PYTHON, "stars", 3));
    assertThat(board.reading(PYTHON, "stars")).contains(reading(PYTHON, "stars", 3));
    assertThat(board.reading(TECH, "stars")).isEmpty();
  }

  @Test
  void forgetsWhatIsMissingAndNothingElse() {
    board.note(reading(PYTHON, "stars", 1));
    board.note(reading(TECH, "mood", 2));
    board.noteMissing(PYTHON, "silent");

    assertThat(board.readings()).containsExactly(reading(TECH, "mood", 2));
    assertThat(board.missing()).hasSize(1).containsEntry(PYTHON, "silent");
  }

  @Test
  void aTargetThatIsHeardOfAgainIsMissingNoMore() {
    board.noteMissing(PYTHON, "silent");
    board.note(reading(PYTHON, "stars", 1));

    assertThat(board.missing()).isEmpty();
  }
}
