package mycelial.colony;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import mycelial.bus.Samples;
import mycelial.market.EvidenceGrade;
import mycelial.market.Moat;
import mycelial.market.MoatProvenance;
import mycelial.market.Pair;
import mycelial.market.Side;
import mycelial.market.StrategyType;
import mycelial.message.Channel;
import mycelial.message.Envelope;
import mycelial.message.MoatData;
import mycelial.message.PatternCandidate;
import mycelial.message.PatternConfirmed;
import mycelial.message.PatternConfirmed.Voter;
import mycelial.message.Topic;
import mycelial.storage.StoredMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class MessageLogTest {
  private static final Pair BITCOIN = new Pair("XXBTZUSD");
  private static final Set<Topic> ALWAYS =
      EnumSet.of(
          Topic.PATTERN_VALIDATION_REQUEST,
          Topic.PATTERN_VALIDATION_RESULT,
          Topic.MEMORY_QUERY,
          Topic.MEMORY_ANSWER,
          Topic.MEMORY_CAUTION,
          Topic.PATTERN_CONFIRMED,
          Topic.PROSPECTING_PROPOSALS,
          Topic.SYSTEM_BUILD_REQUEST,
          Topic.SYSTEM_CONTROL);
  private static final Set<Topic> NEVER =
      EnumSet.of(
          Topic.MARKET_DATA,
          Topic.PATTERN_DISCOVERIES,
          Topic.MYCELIAL_TRADE_IDEAS,
          Topic.BASELINE_TRADE_IDEAS,
          Topic.TRADE_CONFIRMATIONS,
          Topic.SYNTHESIZED_TRADE_LOG);

  private final List<StoredMessage> kept = new ArrayList<>();
  private final MessageLog log = new MessageLog(id -> "agent " + id, kept::add);

  private boolean isKept(Envelope envelope) {
    int before = kept.size();
    log.delivered(envelope);
    return kept.size() > before;
  }

  @Test
  void keepsWhatIsSaidOffTheTradingPathAndNothingElse() {
    Samples samples = new Samples(5);
    Set<Topic> seen = new TreeSet<>();
    for (int i = 0; i < 2000; i++) {
      Envelope envelope = samples.envelope();
      Topic topic = envelope.channel().topic();
      boolean isKept = isKept(envelope);
      seen.add(topic);
      if (ALWAYS.contains(topic)) {
        assertThat(isKept).as("%s", envelope).isTrue();
      } else if (NEVER.contains(topic)) {
        assertThat(isKept).as("%s", envelope).isFalse();
      } else if (envelope.body() instanceof PatternCandidate vote) {
        assertThat(isKept).as("%s", envelope).isEqualTo(vote.application() != null);
      }
    }
    assertThat(seen).containsExactlyInAnyOrder(Topic.values());
  }

  @Test
  void tellsWhoSaidItAndWhenAndWhat() {
    Envelope envelope =
        new Envelope(
            7, 12, 1_700_000_000.25, Channel.moat(Moat.CODE, "Rust"), missing("stars_per_hour"));
    log.delivered(envelope);
    assertThat(kept)
        .containsExactly(
            new StoredMessage(
                1_700_000_000.25,
                7,
                "agent 7",
                12,
                "repo-data:Rust",
                "{\"moat\":\"CODE\",\"target\":\"Rust\",\"field\":\"stars_per_hour\","
                    + "\"provenance\":\"MISSING\",\"eventTime\":1,\"seenTime\":2,\"note\":\"why\"}"));
  }

  @Test
  void keepsAMoatsSignalOnlyWhenItBeginsToMiss() {
    assertThat(isKept(signal("stars", 1.0))).isFalse();
    assertThat(isKept(signal("stars", null))).isTrue();
    assertThat(isKept(signal("stars", null))).isFalse();
    assertThat(isKept(signal("forks", null))).isTrue();
    assertThat(isKept(signal("stars", 2.0))).isFalse();
    assertThat(isKept(signal("stars", null))).isTrue();
  }

  private static Envelope signal(String field, @Nullable Double value) {
    MoatData body =
        value == null
            ? missing(field)
            : new MoatData(
                Moat.CODE, "Rust", field, value, null, MoatProvenance.LIVE, 1, 2, "a source");
    return new Envelope(1, 1, 3, Channel.moat(Moat.CODE, "Rust"), body);
  }

  private static MoatData missing(String field) {
    return new MoatData(Moat.CODE, "Rust", field, null, null, MoatProvenance.MISSING, 1, 2, "why");
  }

  private static Envelope vote(int learner, String patternId, long barEnd) {
    return new Envelope(
        learner,
        barEnd,
        barEnd + 0.25,
        Channel.of(Topic.PATTERN_CANDIDATES),
        new PatternCandidate(
            BITCOIN,
            Side.BUY,
            patternId,
            1,
            60,
            StrategyType.DAY,
            EvidenceGrade.EXPLORATORY,
            50,
            8,
            0.01,
            barEnd,
            null,
            null));
  }

  private static Envelope agreed(long barEnd, Voter... voters) {
    return new Envelope(
        130,
        barEnd,
        barEnd + 0.5,
        Channel.of(Topic.PATTERN_CONFIRMED),
        new PatternConfirmed(
            PatternConfirmed.Finding.AGREED,
            "m-1",
            BITCOIN,
            Side.BUY,
            19,
            "r19-1",
            50,
            List.of(voters),
            null,
            barEnd,
            EvidenceGrade.EXPLORATORY,
            "they agree"));
  }

  @Test
  void keepsAVoteOnlyOnceAnAgreementHasCountedIt() {
    assertThat(isKept(vote(19, "r19-1", 60))).isFalse();
    assertThat(isKept(vote(20, "r20-7", 60))).isFalse();
    assertThat(isKept(vote(21, "r21-3", 60))).isFalse();

    log.delivered(agreed(60, new Voter(19, "r19-1", 50), new Voter(21, "r21-3", 50)));
    log.delivered(agreed(60, new Voter(19, "r19-1", 50)));

    assertThat(kept)
        .extracting(StoredMessage::agent)
        .containsExactly("agent 19", "agent 21", "agent 130", "agent 130");
    assertThat(kept.getFirst().body()).contains("\"patternId\":\"r19-1\"", "\"outcomes\":8");
  }

  @Test
  void forgetsVotesTwoBarsLater() {
    log.delivered(vote(19, "r19-1", 60));
    log.delivered(vote(20, "r20-7", 120));
    log.delivered(agreed(60, new Voter(19, "r19-1", 50)));
    assertThat(kept).hasSize(2);
    kept.clear();

    log.delivered(vote(19, "r19-1", 60));
    log.delivered(vote(20, "r20-7", 180));
    log.delivered(vote(20, "r20-7", 240));
    log.delivered(agreed(60, new Voter(19, "r19-1", 50)));
    assertThat(kept).hasSize(1);
  }

  @Test
  void theSampleIsLoggedWithoutAChangeOfItsDigest() {
    List<StoredMessage> first = new ArrayList<>();
    String silent = Fixtures.sample().run().digest();
    String logged = Fixtures.sample().messages(first::add).run().digest();

    assertThat(logged).isEqualTo(silent);
    assertThat(first).extracting(StoredMessage::channel).contains(Topic.PATTERN_CONFIRMED.title());
    assertThat(first)
        .allSatisfy(message -> {
          assertThat(message.agent()).doesNotStartWith("agent-");
          assertThat(message.body()).startsWith("{").doesNotContain("session", "epoch");
        });
    assertThat(first).extracting(m -> m.source() + " " + m.seq()).doesNotHaveDuplicates();
  }
}
