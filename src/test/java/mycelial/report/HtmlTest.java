package mycelial.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class HtmlTest {
  @Test
  void textStaysText() {
    assertThat(new Html().element("td", "<img src=x onerror=alert(1)>&\"'").toString())
        .isEqualTo("<td>&lt;img src=x onerror=alert(1)&gt;&amp;&quot;&#39;</td>\n");
    assertThat(new Html().open("p", "title", "\" onload=\"x").toString())
        .isEqualTo("<p title=\"&quot; onload=&quot;x\">");
  }

  @Test
  void controlsAndTurnedWritingAreShownAsReplaced() {
    assertThat(Html.escape("a\u0000b\u001b[31m\u202Ec\uD800"))
        .isEqualTo("a\uFFFDb\uFFFD[31m\uFFFDc\uFFFD");
  }

  @Test
  void numbersHaveARealMinusAndNoNegativeZero() {
    assertThat(Html.number(-1234.5, 2)).isEqualTo("\u22121\u202F234.50");
    assertThat(Html.number(-0.001, 2)).isEqualTo("0.00");
  }

  @Test
  void spansAreToldInTheirLargestUnits() {
    assertThat(Html.duration(59 * 60)).isEqualTo("59 min");
    assertThat(Html.duration(3 * 3600 + 120)).isEqualTo("3 h 2 min");
    assertThat(Html.duration(3 * 86_400 + 7200)).isEqualTo("3 d 2 h");
  }
}
