package mycelial.agent.miner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import mycelial.agent.AgentIdentity;
import mycelial.agent.Agents;
import mycelial.agent.Layer;
import mycelial.agent.RecordingContext;
import mycelial.config.Configuration;
import mycelial.config.MoatSettings;
import mycelial.feed.MoatSource;
import mycelial.market.Moat;
import mycelial.market.MoatProvenance;
import mycelial.market.MoatSignal;
import mycelial.market.MoatTarget;
import mycelial.message.Channel;
import mycelial.message.MoatData;
import mycelial.message.Role;
import org.junit.jupiter.api.Test;

final class MoatMinerTest {
  private static final MoatTarget PYTHON = new MoatTarget(Moat.CODE, "Python");
  private static final MoatTarget RUST = new MoatTarget(Moat.CODE, "Rust");
  private static final long HOUR = 3600;

  private final RecordingContext context = new RecordingContext();
  private final MoatMiner miner =
      new RepoScrapeAgent(
          Agents.identity(Role.CODE_MINER, Layer.MOAT_DATA, 1),
          new MoatSettings(List.of("Python", "Rust"), List.of(), List.of(), List.of(), 60, 48, 40));

  private void open(MoatTarget... targets) {
    miner.open(new MoatSource(MoatProvenance.RECORDED, "signals.csv", List.of(targets)));
    miner.start(context);
  }

  private void begin(MoatTarget... targets) {
    open(targets);
    context.step(miner);
  }

  private static MoatSignal signal(long second, double value) {
    return MoatSignal.at(RecordingContext.ORIGIN + second, PYTHON, "stars", value);
  }

  private void tell(long second, double value) {
    context.advance((double) (second - Math.floorDiv(context.tick(), 64)));
    miner.offer(signal(second, value));
    context.step(miner);
  }

  private List<MoatData> told(MoatTarget target) {
    return context.sent(MoatData.class).stream()
        .filter(data -> data.target().equals(target.name()))
        .toList();
  }

  private List<MoatData> missing(MoatTarget target) {
    return told(target).stream().filter(data -> data.value() == null).toList();
  }

  @Test
  void announcesASignalOnTheChannelOfItsTarget() {
    begin(PYTHON, RUST);
    tell(300, 12.5);

    assertThat(context.sent().getLast().channel()).isEqualTo(Channel.moat(Moat.CODE, "Python"));
    long time = RecordingContext.ORIGIN + 300;
    assertThat(told(PYTHON).getLast())
        .isEqualTo(
            new MoatData(
                Moat.CODE,
                "Python",
                "stars",
                12.5,
                null,
                MoatProvenance.RECORDED,
                time,
                time,
                "signals.csv"));
    assertThat(miner.announced()).isEqualTo(1);
  }

  @Test
  void ranksAValueAmongThoseBeforeItOnceThereAreTwenty() {
    begin(PYTHON);
    for (int i = 0; i < 20; i++) {
      tell(60L * i, i);
    }
    assertThat(told(PYTHON))
        .filteredOn(data -> data.value() != null)
        .allMatch(d -> d.level() == null);

    tell(1200, 100);
    tell(1260, -1);
    tell(1320, 4.5);

    List<MoatData> told = told(PYTHON);
    assertThat(told.subList(told.size() - 3, told.size()))
        .extracting(MoatData::level)
        .containsExactly(1.0, 0.0, 0.273); // 6 of 22 lie below 4.5
  }

  @Test
  void forgetsValuesBeyondItsWindow() {
    begin(PYTHON);
    for (int i = 0; i < 200; i++) {
      tell(60L * i, i);
    }
    tell(60L * 200, 180.5);

    assertThat(told(PYTHON).getLast().level()).isEqualTo(21 / 40.0);
  }

  @Test
  void ranksAmongTheSignalsOfThePastWithoutAnnouncingThem() {
    open(PYTHON);
    for (int i = 0; i < 20; i++) {
      miner.remember(signal(-100 + i, i));
    }
    context.step(miner);
    assertThat(told(PYTHON)).isEmpty();

    tell(60, 100);
    assertThat(told(PYTHON)).singleElement().extracting(MoatData::level).isEqualTo(1.0);
    assertThat(miner.announced()).isEqualTo(1);
    assertThat(miner.readings()).extracting(MoatReading::signals).containsExactly(21L);
  }

  @Test
  void saysAtTheBeginningWhatIsMissingAndWhy() {
    begin(PYTHON);

    assertThat(missing(PYTHON))
        .extracting(MoatData::note)
        .containsExactly("signals.csv has told nothing of repo-data:Python yet");
    assertThat(missing(RUST)).hasSize(1);
    assertThat(missing(RUST).getFirst().note())
        .isEqualTo("signals.csv has no channel repo-data:Rust");
    assertThat(missing(RUST).getFirst().provenance()).isEqualTo(MoatProvenance.MISSING);
    assertThat(missing(RUST).getFirst().field()).isEqualTo("*");
  }

  @Test
  void saysThatThereIsNoFile() {
    miner.open(MoatSource.missing("no signal file"));
    miner.start(context);
    context.step(miner);

    assertThat(context.sent(MoatData.class))
        .extracting(MoatData::note)
        .containsExactly("no signal file", "no signal file");
  }

  @Test
  void repeatsEachHourThatATargetIsMissing() {
    begin(PYTHON);
    tell(60, 1);
    context.advance(5 * HOUR);

    assertThat(missing(RUST))
        .extracting(data -> data.seenTime() - RecordingContext.ORIGIN)
        .containsExactly(0L, HOUR, 2 * HOUR, 3 * HOUR, 4 * HOUR, 5 * HOUR);
    assertThat(missing(PYTHON)).hasSize(1);
  }

  @Test
  void aTargetThatFallsSilentIsMissingAfterTwoDays() {
    begin(PYTHON);
    tell(60, 1);
    context.advance((double) (60 + 48 * HOUR - context.tick() / 64));
    assertThat(missing(PYTHON)).hasSize(1);
    assertThat(miner.missing(context.now())).containsOnlyKeys(RUST);

    context.advance(1);
    assertThat(missing(PYTHON)).hasSize(2);
    assertThat(missing(PYTHON).getLast().note())
        .isEqualTo("no signal since 2023-11-14T22:15:00Z, for more than 48 h");
    assertThat(miner.missing(context.now())).containsOnlyKeys(PYTHON, RUST);

    tell(50 * HOUR, 2);
    assertThat(miner.missing(context.now())).containsOnlyKeys(RUST);
    context.advance(47 * HOUR);
    assertThat(missing(PYTHON)).hasSize(3); // repeated once, an hour after the first
  }

  @Test
  void countsTheFeedsSignalsAsReceived() {
    begin(PYTHON);
    tell(60, 1);
    tell(120, 2);

    assertThat(miner.received()).isEqualTo(2);
    assertThat(miner.sent()).isEqualTo(4); // two notices at the beginning
  }

  @Test
  void refusesASignalThatIsNotForIt() {
    open(PYTHON);
    MoatSignal other = MoatSignal.at(5, new MoatTarget(Moat.CODE, "Java"), "stars", 1);

    assertThat(miner.listensTo(other.target())).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> miner.offer(other));
  }

  @Test
  void eachMoatHasItsMinerOnTheConfiguredTargets() {
    MoatSettings settings = Configuration.defaults().moats();
    Map<Role, MoatMiner> miners =
        Map.of(
            Role.CODE_MINER, new RepoScrapeAgent(identity(Role.CODE_MINER), settings),
            Role.LOGISTICS_MINER, new LogisticsMinerAgent(identity(Role.LOGISTICS_MINER), settings),
            Role.GOVERNMENT_MINER,
                new GovtDataMinerAgent(identity(Role.GOVERNMENT_MINER), settings),
            Role.CORPORATIONS_MINER,
                new CorpDataMinerAgent(identity(Role.CORPORATIONS_MINER), settings));

    miners.forEach((role, agent) -> {
      assertThat(agent.getClass().getSimpleName()).isEqualTo(role.typeName());
      assertThat(agent.channels())
          .isNotEmpty()
          .allMatch(channel -> channel.topic().writers().contains(role));
    });
    assertThat(miners.values().stream().flatMap(agent -> agent.watches().stream()))
        .containsExactlyInAnyOrder(
            "repo-data:Python", "logistics-data:US-West", "govt-data:US-Federal", "corp-data:Tech");
  }

  private static AgentIdentity identity(Role role) {
    return Agents.identity(role, Layer.MOAT_DATA, 1);
  }
}
