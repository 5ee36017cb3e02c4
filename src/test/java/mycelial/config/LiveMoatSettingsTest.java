package mycelial.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiveMoatSettingsTest {
  private static LiveMoatSettings with(String key, String value) {
    return ConfigurationLoader.load(
            Path.of("config/agent_config.yaml"), Map.of(), Map.of("live-moats." + key, value))
        .liveMoats();
  }

  @Test
  void hasASourceForEachDefaultTarget() {
    LiveMoatSettings live = Configuration.defaults().liveMoats();
    assertThat(live.github().members())
        .containsValue("Python")
        .containsEntry("near/nearcore", "Rust");
    assertThat(live.portWatch().members()).containsValue("US-West");
    assertThat(live.federalRegister().members()).containsValue("US-Federal");
    assertThat(live.edgar().members()).containsEntry("0001679788", "Tech").hasSize(5);
    assertThat(live.contact()).isEmpty();
  }

  @Test
  void takesMembersFromTheEnvironmentToo() {
    assertThat(with("github.repositories", "{a/b: C++, c/d.e: Go}").github().members())
        .isEqualTo(Map.of("a/b", "C++", "c/d.e", "Go"));
    assertThat(with("edgar.companies", "{}").edgar().members()).isEmpty();
    assertThat(with("contact", "Ann Lee ann@example.org").contact())
        .isEqualTo("Ann Lee ann@example.org");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "contact | nobody | with a mail address",
        "contact | a@b.c (x) | with a mail address",
        "github.repositories | {a: Go} | is not like owner/name",
        "github.repositories | {a/b?c=d: Go} | is not like owner/name",
        "github.repositories | {a/b: 'G o'} | is not 1 to 64",
        "github.repositories | {a/b: Go, a/b: C} | given twice",
        "portwatch.chokepoints | {Suez Canal: Europe} | is not like chokepoint2",
        "federal-register.agencies | {S.E.C.: US} | is not like",
        "edgar.companies | {1679788: Tech} | ten digits",
        "edgar.url | ftp://x | is not",
      })
  void refuses(String key, String value, String complaint) {
    assertThatThrownBy(() -> with(key, value))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("live-moats." + key)
        .hasMessageContaining(complaint);
  }
}
