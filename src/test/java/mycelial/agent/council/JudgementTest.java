package mycelial.agent.council;

import static org.assertj.core.api.Assertions.assertThat;

import mycelial.agent.Agents;
import mycelial.config.CouncilSettings;
import mycelial.message.PatternConfirmed;
import mycelial.message.PatternConfirmed.Finding;
import org.junit.jupiter.api.Test;

final class JudgementTest {
  private static LicenceCase refusedByAll() {
    LicenceCase open =
        new LicenceDesk("l-0-", 64).open(21, Cases.application(Agents.BITCOIN, "r21-1"), 0);
    for (int researcher = 1; researcher <= 3; researcher++) {
      open.hear(researcher, Cases.refusal(open.id()));
    }
    return open;
  }

  private static PatternConfirmed judged(int quorum) {
    return new Judgement(new CouncilSettings(3, 3, 5000, 60, 3, quorum)).of(refusedByAll(), 7);
  }

  @Test
  void nobodyIsLicensedAgainstResearch() {
    assertThat(judged(2).finding()).isEqualTo(Finding.REFUSED);
  }

  @Test
  void whereNoApprovalIsNeededResearchTakesNothingOff() {
    assertThat(judged(0).finding()).isEqualTo(Finding.LICENSED);
    assertThat(judged(0).score()).isEqualTo(100);
  }
}
