package mycelial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import mycelial.metrics.MetricsEndpoint;
import mycelial.storage.SessionStatus;
import mycelial.storage.Statuses;
import org.junit.jupiter.api.Test;

/** How old market data are, when nothing happens any more that would renew the status. */
class DataAgeTest {
  private static final long TWO_SECONDS = 2_000_000_000;

  private final AtomicLong nanos = new AtomicLong();
  private final StatusMeters meters = new StatusMeters(nanos::get);

  private String scrape() throws IOException {
    try (MetricsEndpoint endpoint = MetricsEndpoint.open(0, meters);
        InputStream answer =
            URI.create("http://127.0.0.1:" + endpoint.port() + "/metrics").toURL().openStream()) {
      return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void growsWithTheWallTimesTheSpeedOfASessionThatIsPaced() throws IOException {
    meters.take(Statuses.running("s"));
    nanos.set(TWO_SECONDS);

    assertThat(scrape())
        .contains("mycelial_status_age_seconds 2.0\n")
        .contains("mycelial_pair_data_age_seconds{pair=\"XXBTZUSD\"} 120.5\n");
  }

  @Test
  void staysWhereItIsWhenTheSessionHasEnded() throws IOException {
    SessionStatus.Standing ended =
        new SessionStatus.Standing("COMPLETED", true, true, false, true, null, Map.of());
    meters.take(Statuses.running("s").with(ended));
    nanos.set(TWO_SECONDS);

    assertThat(scrape()).contains("mycelial_pair_data_age_seconds{pair=\"XXBTZUSD\"} 0.5\n");
  }

  @Test
  void nothingIsClaimedBeforeTheFirstStatus() throws IOException {
    assertThat(scrape()).contains("jvm_memory_used_bytes").doesNotContain("mycelial_");
  }
}
