package mycelial.colony;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import mycelial.config.Configuration;
import mycelial.config.ConfigurationLoader;
import mycelial.feed.MoatFeed;
import mycelial.feed.moat.MoatFeedSettings;
import mycelial.market.Moat;
import mycelial.market.MoatProvenance;
import mycelial.market.MoatTarget;
import org.junit.jupiter.api.Test;

class LiveMoatsTest {
  @Test
  void asksOnlyForWhatSomebodyListensTo() {
    MoatFeedSettings settings = LiveMoats.settings(Configuration.defaults());
    MoatTarget python = new MoatTarget(Moat.CODE, "Python");
    assertThat(settings.github().members()).hasSize(3).containsValue(python);
    assertThat(settings.github().members().values()).containsOnly(python);
    assertThat(settings.portWatch().members()).containsOnlyKeys("chokepoint2");
    assertThat(settings.federalRegister().members()).hasSize(4);
    assertThat(settings.edgar().members()).hasSize(5);
    assertThat(settings.edgar().everySeconds()).isEqualTo(600);
  }

  @Test
  void fansOutOverConfiguredLanguages() {
    Configuration configuration =
        ConfigurationLoader.load(
            Path.of("config/agent_config.yaml"), Map.of(), Map.of("moats.code", "[Go, Rust]"));
    assertThat(LiveMoats.settings(configuration).github().members()).hasSize(8);
  }

  @Test
  void theFeedOfALiveSessionIsLiveAndHasNoInstantsOfItsOwn() {
    try (MoatFeed feed = LiveMoats.feed(Configuration.defaults())) {
      assertThat(feed.source().provenance()).isEqualTo(MoatProvenance.LIVE);
      assertThat(feed.source().targets()).hasSize(4);
      assertThat(feed.nextTime()).isEmpty();
      assertThat(feed.description().getFirst()).startsWith("moats: LIVE (GitHub");
    }
  }
}
