package mycelial.gui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import sim.util.Double2D;

/** Where agents stand, with as many as a full colony has. */
final class PlaceTest {
  /** Two of the smallest agents at their largest. */
  private static final double APART = 13;

  private static Map<Place, Integer> full() {
    Map<Place, Integer> counts = new EnumMap<>(Place.class);
    counts.put(Place.MARKET, 36);
    counts.put(Place.FINANCE, 60);
    for (Place moat : List.of(Place.CODE, Place.LOGISTICS, Place.GOVERNMENT, Place.CORPORATIONS)) {
      counts.put(moat, 10);
    }
    counts.put(Place.MOAT_MINERS, 4);
    counts.put(Place.INSTIGATORS, 3);
    counts.put(Place.RESEARCHERS, 3);
    counts.put(Place.ANALYSTS, 20);
    counts.put(Place.EXPLORERS, 9);
    for (Place one : List.of(Place.MEMORY, Place.TRADER, Place.GUARDIAN, Place.BUILDER)) {
      counts.put(one, 1);
    }
    return counts;
  }

  @Test
  void aFullColonyStandsWithinTheWorldAndNobodyOnAnother() {
    List<Double2D> taken = new ArrayList<>();
    full()
        .forEach((place, count) -> {
          for (int i = 0; i < count; i++) {
            Double2D where = place.at(i, count);
            assertThat(where.x).as("%s %s", place, i).isBetween(20.0, Place.WIDTH - 20);
            assertThat(where.y).as("%s %s", place, i).isBetween(95.0, Place.HEIGHT - 80);
            assertThat(taken)
                .as("%s %s", place, i)
                .allSatisfy(other -> assertThat(other.distance(where)).isGreaterThan(APART));
            taken.add(where);
          }
        });
  }

  @Test
  void theNamesOfGroupsOverlapNeitherEachOtherNorTheHeadline() {
    List<Label> labels = new ArrayList<>();
    full()
        .forEach((place, count) -> {
          if (!place.label().isEmpty()) {
            Label label = Label.of(place, count);
            assertThat(label.bounds().getMinY()).as(label.text()).isGreaterThan(87);
            assertThat(labels)
                .as(label.text())
                .noneMatch(other -> other.bounds().intersects(label.bounds()));
            labels.add(label);
          }
        });
    assertThat(labels).hasSizeGreaterThan(8);
  }

  @Test
  void hundredsOfAGroupStillStandWithinTheWorld() {
    for (Place place : List.of(Place.MARKET, Place.INSTIGATORS, Place.ANALYSTS, Place.EXPLORERS)) {
      for (int i = 0; i < 300; i++) {
        Double2D where = place.at(i, 300);
        assertThat(where.x).as("%s %s", place, i).isBetween(0.0, Place.WIDTH);
        assertThat(where.y).as("%s %s", place, i).isBetween(0.0, Place.HEIGHT);
      }
      assertThat(place.isNamed(300)).isFalse();
    }
  }
}
