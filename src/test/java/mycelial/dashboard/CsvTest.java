package mycelial.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CsvTest {
  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+cmd", "-cmd", "@SUM(A1)", "\tx", "-1+1", "--5"})
  void disarmsWhatASpreadsheetWouldTakeForAFormula(String value) {
    assertThat(Csv.quoted(value)).isEqualTo("'" + value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-12.5", "0", "1e-7", "-3E+10", "XXBTZUSD", ""})
  void leavesNumbersAndNamesAlone(String value) {
    assertThat(Csv.quoted(value)).isEqualTo(value);
  }

  @Test
  void quotesWhatWouldEndACell() {
    assertThat(Csv.quoted("a,b")).isEqualTo("\"a,b\"");
    assertThat(Csv.quoted("say \"no\"")).isEqualTo("\"say \"\"no\"\"\"");
    assertThat(Csv.quoted("two\nlines")).isEqualTo("\"two\nlines\"");
  }
}
