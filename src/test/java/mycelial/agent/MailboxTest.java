package mycelial.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import mycelial.message.Channel;
import mycelial.message.Envelope;
import mycelial.message.SystemControl;
import mycelial.message.SystemControl.Command;
import mycelial.message.SystemControl.Origin;
import mycelial.message.Topic;
import org.junit.jupiter.api.Test;

final class MailboxTest {
  private final Mailbox mailbox = new Mailbox();

  private static Envelope mail(long seq) {
    return new Envelope(
        1,
        seq,
        0,
        Channel.of(Topic.SYSTEM_CONTROL),
        new SystemControl(Command.HALT, Origin.RISK, "why"));
  }

  private List<Long> takeAll(long tick) {
    List<Long> taken = new ArrayList<>();
    for (Envelope due = mailbox.poll(tick); due != null; due = mailbox.poll(tick)) {
      taken.add(due.seq());
    }
    return taken;
  }

  @Test
  void givesNothingBeforeItIsDue() {
    mailbox.add(10, mail(1));

    assertThat(mailbox.poll(9)).isNull();
    assertThat(takeAll(10)).containsExactly(1L);
    assertThat(takeAll(Long.MAX_VALUE)).isEmpty();
  }

  @Test
  void givesWhatIsDueFirstFirst() {
    mailbox.add(30, mail(1));
    mailbox.add(10, mail(2));
    mailbox.add(20, mail(3));

    assertThat(takeAll(20)).containsExactly(2L, 3L);
    assertThat(takeAll(30)).containsExactly(1L);
  }

  @Test
  void keepsTheOrderOfDeliveryAmongEqualTicks() {
    SplittableRandom random = new SplittableRandom(3);
    List<long[]> added = new ArrayList<>();
    for (long seq = 1; seq <= 500; seq++) {
      long due = random.nextInt(20);
      mailbox.add(due, mail(seq));
      added.add(new long[] {due, seq});
    }
    added.sort((one, other) -> Long.compare(one[0], other[0]));

    assertThat(takeAll(19)).isEqualTo(added.stream().map(entry -> entry[1]).toList());
  }
}
