package mycelial.bus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FieldsTest {
  private static Fields of(String json) {
    return Json.object(json.getBytes(UTF_8));
  }

  @Test
  void givesEachMemberOnceInAnyOrder() {
    Fields fields = of("{\"a\":1,\"b\":\"x\",\"c\":true,\"d\":[1,2],\"e\":{\"f\":2.5}}");
    assertThat(fields.flag("c")).isTrue();
    assertThat(fields.integer("a")).isEqualTo(1);
    assertThat(fields.names()).containsExactly("b", "d", "e");
    assertThat(fields.integers("d")).containsExactly(1, 2);
    assertThat(fields.object("e").number("f")).isEqualTo(2.5);
    assertThat(fields.text("b")).isEqualTo("x");
    fields.requireEmpty();
    assertThatThrownBy(() -> fields.integer("a"))
        .isInstanceOf(MalformedMessageException.class)
        .hasMessage("no field 'a'");
  }

  @Test
  void namesTheFirstMemberThatNobodyTook() {
    Fields fields = of("{\"a\":1,\"b\":2,\"c\":3}");
    fields.whole("a");
    assertThatThrownBy(fields::requireEmpty).hasMessage("unknown field 'b'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"\":1}",
        "{\"a\":1,\"b\":2,\"a\":1}",
        "{\"a\":{\"b\":1,\"b\":1}}",
        "[]",
        "7",
        "null",
        "{}{}",
        "{",
        "{\"a\":"
      })
  void refusesWhatIsNotOneObjectOfDistinctMembers(String json) {
    assertThatThrownBy(() -> of(json)).isInstanceOf(MalformedMessageException.class);
  }

  @Test
  void refusesMoreMembersThanAnyMessageHas() {
    StringBuilder json = new StringBuilder("{\"x\":0");
    for (int i = 0; i < Fields.MOST; i++) {
      json.append(",\"m").append(i).append("\":1");
    }
    assertThatThrownBy(() -> of(json.append('}').toString()))
        .hasMessage("an object has more than 100 fields");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1.0", "1e3", "\"1\"", "true", "null", "9223372036854775808", "[1]", "{}"})
  void takesOnlyWholeNumbersOf64BitsForWhole(String value) {
    assertThatThrownBy(() -> of("{\"a\":" + value + "}").whole("a"))
        .isInstanceOf(MalformedMessageException.class)
        .hasMessage("'a' is not a whole number");
  }

  @Test
  void takesTheGreatestAndTheLeastWholeNumber() {
    Fields fields = of("{\"a\":9223372036854775807,\"b\":-9223372036854775808}");
    assertThat(fields.whole("a")).isEqualTo(Long.MAX_VALUE);
    assertThat(fields.whole("b")).isEqualTo(Long.MIN_VALUE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e999", "-1e999", "1e-500", "1e999999999", "0.5E-999999999"})
  void refusesNumbersThatNoDoubleIsNear(String value) {
    assertThatThrownBy(() -> of("{\"a\":" + value + "}").number("a"))
        .isInstanceOf(MalformedMessageException.class);
  }

  @Test
  void readsTextAsTheDoubleNearestToIt() {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 2000; i++) {
      BigDecimal text = BigDecimal.valueOf(random.nextLong(), random.nextInt(30));
      assertThat(of("{\"a\":" + text.toPlainString() + "}").number("a"))
          .isEqualTo(text.doubleValue());
    }
  }

  @Test
  void keepsEveryDigitOfADecimal() {
    Fields fields = of("{\"a\":10.0500,\"b\":123456789012345678901234567890.10}");
    assertThat(fields.decimal("a")).isEqualTo(new BigDecimal("10.0500"));
    assertThat(fields.decimal("b")).isEqualTo(new BigDecimal("123456789012345678901234567890.10"));
  }
}
