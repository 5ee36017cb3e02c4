package mycelial.agent.builder;

import static mycelial.agent.Agents.BITCOIN;
import static mycelial.agent.Agents.ETHER;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class CooldownsTest {
  private final Cooldowns cooldowns = new Cooldowns(3600);

  @Test
  void leavesAPairAloneUntilItsEnd() {
    cooldowns.start(BITCOIN, 1000);

    assertThat(cooldowns.isCooling(BITCOIN, 4599)).isTrue();
    assertThat(cooldowns.isCooling(BITCOIN, 4600)).isFalse();
    assertThat(cooldowns.isCooling(ETHER, 1000)).isFalse();
  }

  @Test
  void isNewOncePerCooldown() {
    cooldowns.start(BITCOIN, 1000);
    assertThat(cooldowns.isNew(BITCOIN)).isTrue();
    assertThat(cooldowns.isNew(BITCOIN)).isFalse();
    cooldowns.start(BITCOIN, 9000);
    assertThat(cooldowns.isNew(BITCOIN)).isTrue();
  }
}
