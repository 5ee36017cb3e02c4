package mycelial.feed.moat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import mycelial.feed.Arrival;
import mycelial.market.MoatProvenance;
import mycelial.market.MoatTarget;
import org.junit.jupiter.api.Test;

class StandingTest {
  private final Poll first = new Part("a/b");
  private final Poll second = new Part("c/d");
  private final List<Arrival> arrivals = new ArrayList<>();
  private final Standing standing = new Standing("GitHub", List.of(first, second), arrivals::add);

  private record Part(String subject) implements Poll {
    @Override
    public List<MoatTarget> targets() {
      return List.of(MoatRig.PYTHON);
    }

    @Override
    public void run() {
      throw new UnsupportedOperationException();
    }
  }

  private static Arrival live(String words) {
    return new Arrival.MoatChange(MoatRig.PYTHON, MoatProvenance.LIVE, words);
  }

  private static Arrival missing(String words) {
    return new Arrival.MoatChange(MoatRig.PYTHON, MoatProvenance.MISSING, words);
  }

  @Test
  void aTargetIsLiveOnceAllItsPartsHaveBeenHad() {
    standing.succeeded(first);
    assertThat(arrivals).isEmpty();
    standing.succeeded(second);
    standing.succeeded(first);
    assertThat(arrivals).containsExactly(live("GitHub: answers"));
  }

  @Test
  void saysOnceThatATargetIsMissingAndOnceThatItIsBack() {
    standing.succeeded(first);
    standing.failed(second, "no answer");
    standing.failed(second, "still no answer");
    standing.failed(first, "not found");
    standing.succeeded(second);
    assertThat(arrivals).containsExactly(missing("GitHub: no answer"));
    standing.succeeded(first);
    standing.succeeded(second);
    assertThat(arrivals).containsExactly(missing("GitHub: no answer"), live("GitHub: is back"));
  }
}
