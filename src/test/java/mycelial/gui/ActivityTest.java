package mycelial.gui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class ActivityTest {
  @Test
  void aSteadyTenMessagesAMinuteAreFiftyInFiveMinutesHoweverOftenSomebodyLooks() {
    Activity often = new Activity();
    Activity seldom = new Activity();
    for (int minute = 0; minute <= 120; minute++) {
      often.look(10L * minute, 60.0 * minute);
      if (minute % 20 == 0) {
        seldom.look(10L * minute, 60.0 * minute);
      }
    }

    assertThat(often.level()).isCloseTo(50, within(0.01));
    assertThat(seldom.level()).isCloseTo(50, within(0.01));
  }

  @Test
  void whatWasSaidFades() {
    Activity activity = new Activity();
    activity.look(0, 0);
    activity.look(8, 0);
    assertThat(activity.level()).isEqualTo(8);

    activity.look(8, 300);
    assertThat(activity.level()).isCloseTo(8 / Math.E, within(1e-9));
    activity.look(8, 36_000);
    assertThat(activity.level()).isLessThan(1e-9);
  }
}
