package mycelial.feed.moat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SumsTest {
  private final Sums sums = new Sums(List.of("a", "b"));

  @Test
  void givesATimeOutOnceAllMembersHaveToldIt() {
    sums.put("a", 10, Map.of("x", 1.0, "y", 5.0));
    assertThat(sums.take()).isEmpty();
    sums.put("b", 10, Map.of("x", 2.0));
    List<Sums.Step> steps = sums.take();
    assertThat(steps).hasSize(1);
    assertThat(steps.getFirst().time()).isEqualTo(10);
    assertThat(steps.getFirst().values()).isEqualTo(Map.of("x", 3.0, "y", 5.0));
    assertThat(sums.take()).isEmpty();
  }

  @Test
  void givesUpTimesThatAreOvertaken() {
    sums.put("a", 10, Map.of("x", 1.0));
    sums.put("a", 20, Map.of("x", 1.0));
    sums.put("b", 20, Map.of("x", 1.0));
    sums.put("a", 30, Map.of("x", 7.0));
    assertThat(sums.take()).extracting(Sums.Step::time).containsExactly(20L);
    sums.put("b", 10, Map.of("x", 1.0));
    sums.put("b", 30, Map.of("x", 1.0));
    assertThat(sums.take()).extracting(Sums.Step::time).containsExactly(30L);
  }

  @Test
  void believesTheFirstWord() {
    sums.put("a", 10, Map.of("x", 1.0));
    sums.put("a", 10, Map.of("x", 9.0));
    sums.put("b", 10, Map.of("x", 1.0));
    assertThat(sums.take().getFirst().values()).isEqualTo(Map.of("x", 2.0));
  }
}
