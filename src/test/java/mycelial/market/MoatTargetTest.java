package mycelial.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MoatTargetTest {
  @ParameterizedTest
  @CsvSource({
    "repo-data:Python, CODE, Python",
    "repo-data:C++, CODE, C++",
    "logistics-data:US-West, LOGISTICS, US-West",
    "govt-data:US-Federal, GOVERNMENT, US-Federal",
    "corp-data:Tech, CORPORATIONS, Tech"
  })
  void isReadFromItsChannelAndWritesItBack(String channel, Moat moat, String name) {
    assertThat(MoatTarget.of(channel)).isEqualTo(new MoatTarget(moat, name)).hasToString(channel);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Python", "data:Python", "repo-data", "REPO-DATA:Python", ":Python", ""})
  void refusesAChannelOfNoMoat(String channel) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MoatTarget.of(channel))
        .withMessageStartingWith("unknown channel '" + channel + "'; expected repo-data:");
  }

  @Test
  void refusesPrices() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MoatTarget.of("market-data:XXBTZUSD"))
        .withMessageContaining("candle files");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "a:b", "a*", "-a", "ü"})
  void refusesANameThatNoChannelMayHave(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MoatTarget(Moat.CODE, name))
        .withMessageStartingWith("'" + name + "' cannot name a target");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MoatTarget(Moat.CODE, "a".repeat(65)));
  }

  @Test
  void sortsByMoatAndThenByName() {
    MoatTarget[] targets = {
      MoatTarget.of("corp-data:A"), MoatTarget.of("repo-data:B"), MoatTarget.of("repo-data:A")
    };
    Arrays.sort(targets);
    assertThat(targets)
        .extracting(MoatTarget::channel)
        .containsExactly("repo-data:A", "repo-data:B", "corp-data:A");
  }
}
