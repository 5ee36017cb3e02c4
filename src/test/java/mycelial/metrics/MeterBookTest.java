package mycelial.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class MeterBookTest {
  private final MeterBook book = new MeterBook();

  @Test
  void refusesACounterThatIsNotCalledOne() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> book.counter("mycelial_bars", "Bars.", 1))
        .withMessage("the counter mycelial_bars does not end in _total");
  }

  @Test
  void refusesValuesThatDoNotFitTheLabels() {
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            book.gauge("mycelial_x", "X.", List.of("pair"), series -> series.put(1, "a", "b")))
        .withMessage("[a, b] are no values of the labels [pair]");
  }

  @Test
  void keepsEveryMeterOnce() {
    book.gauge("mycelial_x", "X.", 1);
    book.counter("mycelial_y_total", "Y.", 2);
    assertThat(book.snapshots().stream().map(each -> each.getMetadata().getName()))
        .containsExactly("mycelial_x", "mycelial_y");
  }
}
