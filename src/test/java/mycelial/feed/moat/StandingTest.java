package mycelial.feed.moat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import mycelial.feed.Arrival;
import mycelial.market.MoatProvenance;
import org.junit.jupiter.api.Test;

class StandingTest {
  private final List<Arrival> arrivals = new ArrayList<>();
  private final Standing standing = new Standing("GitHub", arrivals::add);

  @Test
  void saysOnceThatATargetIsMissingAndOnceThatItIsBack() {
    standing.succeeded("a/b", List.of(MoatRig.PYTHON));
    standing.failed("a/b", List.of(MoatRig.PYTHON), "no answer");
    standing.failed("a/b", List.of(MoatRig.PYTHON), "still no answer");
    standing.succeeded("a/b", List.of(MoatRig.PYTHON));
    standing.succeeded("a/b", List.of(MoatRig.PYTHON));
    assertThat(arrivals)
        .containsExactly(
            new Arrival.MoatChange(MoatRig.PYTHON, MoatProvenance.MISSING, "GitHub: no answer"),
            new Arrival.MoatChange(MoatRig.PYTHON, MoatProvenance.LIVE, "GitHub is back"));
  }

  @Test
  void aTargetIsBackWhenAllItsPartsAre() {
    standing.failed("a/b", List.of(MoatRig.PYTHON), "no answer");
    standing.failed("c/d", List.of(MoatRig.PYTHON), "not found");
    standing.succeeded("a/b", List.of(MoatRig.PYTHON));
    assertThat(arrivals).hasSize(1);
    standing.succeeded("c/d", List.of(MoatRig.PYTHON));
    assertThat(arrivals).hasSize(2);
  }
}
