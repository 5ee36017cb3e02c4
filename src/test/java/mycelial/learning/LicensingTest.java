package mycelial.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;

final class LicensingTest {
  private final Licensing licensing = new Licensing(25);
  private final LivingRule rule = rule("r7-1");

  private static LivingRule rule(String id) {
    LivingRule rule =
        new LivingRule(new Offspring(TestBrains.rule(id), 0), 0, TestBrains.settings(), 0, 1);
    for (int i = 0; i < 10; i++) {
      rule.evidence.add(i % 2 == 0 ? 0.02 : 0.03, i);
    }
    return rule;
  }

  @Test
  void withoutALicenceNothingCounts() {
    assertThat(licensing.counted(rule, 80, 600)).isZero();
    assertThat(licensing.choose(600)).isSameAs(rule);
    assertThat(licensing.choose(600)).as("once").isNull();
  }

  @Test
  void aLicenceCountsUntilItsShareOfTheValueFallsBelowWhatAVoteNeeds() {
    Licensing.grant(rule, "l-1", 0.5);
    assertThat(licensing.counted(rule, 50, 600)).isEqualTo(25);
    assertThat(licensing.counted(rule, 49.9, 660)).isZero();
    assertThat(rule.licence.isInForce()).as("it has lapsed").isFalse();
    assertThat(licensing.counted(rule, 90, 720)).as("and does not come back").isZero();
  }

  @Test
  void aLapsedLicenceIsAppliedForAgainOnlyAfterAnotherOutcome() {
    Licensing.grant(rule, "l-1", 0.5);
    assertThat(licensing.counted(rule, 0, 600)).isZero();
    assertThat(licensing.counted(rule, 80, 660)).isZero();
    assertThat(licensing.choose(660)).isNull();
    rule.evidence.add(0.02, 700);
    assertThat(licensing.counted(rule, 80, 720)).isZero();
    assertThat(licensing.choose(720)).isSameAs(rule);
  }

  @Test
  void aRenewalUnderWhichTheRuleCouldNotVoteIsNotAppliedFor() {
    Licensing.grant(rule, "l-1", 0.5);
    rule.evidence.add(0.02, 700);
    assertThat(licensing.counted(rule, 49, 720)).isZero();
    assertThat(licensing.choose(720)).isNull();
  }

  @Test
  void oneApplicationAtATimeIsUnderWay() {
    assertThat(licensing.counted(rule, 80, 600)).isZero();
    assertThat(licensing.choose(600)).isSameAs(rule);
    assertThat(licensing.counted(rule, 80, 1199)).isZero();
    assertThat(licensing.choose(1199)).isNull();
    assertThat(licensing.counted(rule, 80, 1200)).isZero();
    assertThat(licensing.choose(1200)).as("no answer for ten minutes").isSameAs(rule);
  }

  @Test
  void ofSeveralTheMostValuableIsChosenTheFirstOfEquals() {
    LivingRule better = rule("r7-2");
    LivingRule equal = rule("r7-3");
    assertThat(licensing.counted(rule, 30, 600)).isZero();
    assertThat(licensing.counted(better, 40, 600)).isZero();
    assertThat(licensing.counted(equal, 40, 600)).isZero();
    assertThat(licensing.choose(600)).isSameAs(better);
    assertThat(equal.appliedAt).isNaN();
  }

  @Test
  void tellsWhyARuleThatFiredDidNotVote() {
    licensing.counted(rule, 0, 600);
    licensing.counted(rule, 10, 660);
    licensing.counted(rule, 80, 720);
    licensing.counted(rule, 80, 780);
    Licensing.grant(rule, "l-1", 0.5);
    licensing.counted(rule, 50, 840);
    licensing.counted(rule, 49, 900);

    assertThat(licensing.abstentions().byReason())
        .containsExactly(
            entry("WEAK_EVIDENCE", 1L), entry("UNDER_MINIMUM", 2L), entry("UNLICENSED", 2L));
  }

  @Test
  void aRefusalEndsALicence() {
    Licensing.grant(rule, "l-1", 1);
    Licensing.refuse(rule);
    assertThat(licensing.counted(rule, 80, 600)).isZero();
    assertThat(licensing.choose(600)).isNull();
  }
}
