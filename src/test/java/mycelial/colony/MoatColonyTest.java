package mycelial.colony;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import mycelial.agent.Agent;
import mycelial.agent.miner.MoatMiner;
import mycelial.bus.BusStatistics;
import mycelial.bus.InMemoryBus;
import mycelial.bus.MessageBus;
import mycelial.colony.ColonyKit.Outcome;
import mycelial.feed.ListMoatFeed;
import mycelial.feed.MoatFeed;
import mycelial.feed.replay.SignalFile;
import mycelial.feed.synthetic.SyntheticMoats;
import mycelial.feed.synthetic.WorldKind;
import mycelial.feed.synthetic.WorldSpec;
import mycelial.market.Interval;
import mycelial.market.MoatProvenance;
import mycelial.market.MoatSignal;
import mycelial.market.MoatTarget;
import mycelial.message.Envelope;
import mycelial.message.MoatData;
import mycelial.message.SystemControl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a whole colony does with the signals of four moats, and without them. */
final class MoatColonyTest {
  private static final MoatTarget PYTHON = MoatTarget.of("repo-data:Python");
  private static final MoatTarget RUST = MoatTarget.of("repo-data:Rust");
  private static final long FIRST = Fixtures.SAMPLE.first();

  private final List<Envelope> carried = new ArrayList<>();
  private List<MoatReport> reports = List.of();

  /** Keeps the moats' messages that it carries. */
  private final class ListeningBus implements MessageBus {
    private final InMemoryBus bus = new InMemoryBus(ColonyKit.SESSION);

    @Override
    public List<Envelope> round(List<Envelope> outgoing) {
      List<Envelope> delivered = bus.round(outgoing);
      delivered.stream()
          .filter(envelope -> envelope.body() instanceof MoatData)
          .forEach(carried::add);
      return delivered;
    }

    @Override
    public List<SystemControl> takeCommands() {
      return bus.takeCommands();
    }

    @Override
    public BusStatistics statistics() {
      return bus.statistics();
    }

    @Override
    public void close() {
      bus.close();
    }
  }

  /** The moats of the world that {@link Fixtures#SAMPLE} is cut from. */
  private static MoatFeed sample() {
    return new SyntheticMoats(WorldSpec.of(WorldKind.SAMPLE, 7, Tape.specs(), 2, Interval.MINUTE));
  }

  private ColonyKit kit(Supplier<MoatFeed> moats) {
    carried.clear();
    return Fixtures.sample().moats(moats).bus((channels, onMail) -> new ListeningBus());
  }

  private Outcome run(ColonyKit kit) {
    return kit.run((colony, instants) -> reports = colony.moats());
  }

  private List<MoatData> said() {
    return carried.stream().map(envelope -> (MoatData) envelope.body()).toList();
  }

  private MoatReport report(String moat) {
    return reports.stream().filter(each -> each.moat().equals(moat)).findFirst().orElseThrow();
  }

  @Test
  void everyMoatMinerSendsTheValuesOfAGeneratedWorld() {
    Outcome outcome = run(kit(MoatColonyTest::sample));

    assertThat(outcome.counters().failures()).isZero();
    assertThat(reports).hasSize(5);
    for (MoatReport report : reports) {
      assertThat(report.provenance()).isEqualTo(MoatProvenance.SIMULATED.name());
      assertThat(report.signals()).as(report.moat()).isGreaterThan(20);
      assertThat(report.missing().keySet()).allMatch(channel -> channel.startsWith("market-data:"));
    }
    assertThat(said())
        .filteredOn(data -> data.value() != null)
        .hasSizeGreaterThan(100)
        .allMatch(data -> data.level() != null); // the 18 hours before are remembered
  }

  @Test
  void noSignalIsHeardBeforeItWasSeenOrAfterTheMarketsEnd() {
    List<MoatSignal> signals = new ArrayList<>();
    for (int i = -40; i < 24 * 60; i++) {
      long seen = FIRST + 60L * i;
      signals.add(new MoatSignal(PYTHON, "stars", i % 17, seen - 600, seen));
    }
    Outcome outcome = run(kit(() -> new ListMoatFeed(signals)));

    List<Envelope> values =
        carried.stream().filter(each -> ((MoatData) each.body()).value() != null).toList();
    assertThat(values).hasSize(9 * 60 + 1); // one a minute, the first and the last instant too
    assertThat(values).allMatch(each -> each.timestamp() == ((MoatData) each.body()).seenTime());
    assertThat(outcome.counters().now()).isLessThan((double) (FIRST + 9 * 3600 + 11));
  }

  @Test
  void aSignalBetweenTwoBarsIsHeardAtItsOwnSecond() {
    MoatSignal odd = MoatSignal.at(FIRST + 7 * 60 + 13, PYTHON, "stars", 5);
    run(kit(() -> new ListMoatFeed(List.of(odd))));

    assertThat(carried)
        .filteredOn(each -> ((MoatData) each.body()).value() != null)
        .singleElement()
        .extracting(Envelope::timestamp)
        .isEqualTo((double) odd.seenTime());
  }

  @Test
  void aSignalOfATargetThatIsNotConfiguredIsCounted() {
    List<MoatSignal> signals = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      signals.add(MoatSignal.at(FIRST + 60L * i, RUST, "stars", i));
    }
    run(kit(() -> new ListMoatFeed(signals)));

    assertThat(report("Code").ignored()).containsOnlyKeys("repo-data:Rust").containsValue(5L);
    assertThat(report("Code").missing())
        .containsEntry("repo-data:Python", "a list has no channel repo-data:Python");
    assertThat(said()).noneMatch(data -> data.target().equals("Rust"));
  }

  @Test
  void learnersHoldWhatTheMinersSaid() {
    ColonyKit kit = kit(MoatColonyTest::sample);
    List<Integer> readings = new ArrayList<>();
    List<String> listening = new ArrayList<>();
    kit.run((colony, instants) -> {
      readings.clear();
      listening.clear();
      colony
          .roster()
          .learners()
          .forEach(learner -> {
            readings.add(learner.brain().signals().series().size());
            listening.add(learner.moat().label());
          });
    });

    for (int i = 0; i < readings.size(); i++) {
      assertThat(readings.get(i)).isEqualTo(listening.get(i).equals("Finance") ? 4 : 1);
    }
    assertThat(listening).contains("Finance", "Code");
  }

  @ParameterizedTest
  @CsvSource({
    "a_binance_1m_2021-05_top, 2021-05-12T19:00:00Z, 2021-05-13T01:00:00Z",
    "d_binance_5m_2023-08_sideways, 2023-08-22T00:00:00Z, 2023-08-23T00:00:00Z",
    "g_binance_60m_2020-12_2021-07_bull, 2021-04-22T00:00:00Z, 2021-04-26T00:00:00Z"
  })
  void recordedCandlesWithoutSignalsHaveFourMoatsMissingAndSaySo(
      String set, String from, String to) {
    ColonyKit kit =
        ColonyKit.on(() -> Tape.recorded(set, Tape.at(from), Tape.at(to)))
            .moats(() -> SignalFile.open(Tape.folder(set)))
            .bus((channels, onMail) -> new ListeningBus());
    Outcome outcome = run(kit);

    long hours = (Tape.at(to) - Tape.at(from)) / 3600;
    assertThat(outcome.counters().failures()).isZero();
    assertThat(said())
        .hasSize((int) (4 * (hours + 1)))
        .allMatch(data -> data.provenance() == MoatProvenance.MISSING)
        .allMatch(data -> data.note().equals("no signal file"));
    assertThat(reports.getFirst().provenance()).isEqualTo("RECORDED");
    assertThat(reports.subList(1, 5))
        .allMatch(report -> report.provenance().equals("MISSING"))
        .allMatch(report -> report.missing().containsValue("no signal file"));
  }

  @Test
  void theSameSignalsGiveTheSameDigestAndTheSameMessages() {
    String digest = run(kit(MoatColonyTest::sample)).requireTraded().digest();
    List<MoatData> first = said();

    assertThat(run(kit(MoatColonyTest::sample)).digest()).isEqualTo(digest);
    assertThat(said()).isEqualTo(first).isNotEmpty();
  }

  @Test
  void whatTheMinersSayDoesNotDependOnWhatComesLater() {
    long cut = Fixtures.MIDNIGHT;
    List<MoatSignal> all = ListMoatFeed.drain(sample());
    List<MoatSignal> half = all.stream().filter(signal -> signal.seenTime() < cut).toList();
    List<MoatSignal> otherwise =
        all.stream()
            .map(signal ->
                signal.seenTime() < cut
                    ? signal
                    : MoatSignal.at(
                        signal.seenTime(), signal.target(), signal.field(), -signal.value()))
            .toList();

    run(kit(() -> new ListMoatFeed(all)));
    List<Envelope> whole = before(cut);
    run(kit(() -> new ListMoatFeed(half)));
    assertThat(before(cut)).isEqualTo(whole).isNotEmpty();
    run(kit(() -> new ListMoatFeed(otherwise)));
    assertThat(before(cut)).isEqualTo(whole);
    assertThat(said().getLast().value()).isNegative();
  }

  private List<Envelope> before(long cut) {
    return carried.stream()
        .filter(envelope -> envelope.timestamp() < cut)
        .sorted(Comparator.comparingInt(Envelope::source).thenComparingLong(Envelope::seq))
        .toList();
  }

  @Test
  void everyMinerHasReceivedAndSent() {
    List<String> idle = new ArrayList<>();
    kit(MoatColonyTest::sample)
        .run((colony, instants) -> {
          idle.clear();
          for (Agent agent : colony.roster().agents()) {
            if (agent instanceof MoatMiner && (agent.received() == 0 || agent.sent() == 0)) {
              idle.add(agent.toString());
            }
          }
          colony.roster().miners().stream()
              .filter(miner -> Tape.ANALYSED.contains(miner.pair()))
              .filter(miner -> miner.received() == 0 || miner.received() != miner.sent())
              .forEach(miner -> idle.add(miner.toString()));
        });

    assertThat(idle).isEmpty();
  }

  @Test
  void theFeedIsClosedWithTheColonyAndOpenedAnewForTheNextRun() {
    List<ListMoatFeed> opened = new ArrayList<>();
    ColonyKit kit =
        kit(() -> {
          opened.add(new ListMoatFeed(List.of(MoatSignal.at(FIRST, PYTHON, "stars", 1))));
          return Objects.requireNonNull(opened.getLast());
        });
    Colony colony = kit.colony();
    String first = kit.play(colony, (each, instants) -> {}).digest();
    String second = kit.play(colony, (each, instants) -> {}).digest();

    assertThat(second).isEqualTo(first);
    assertThat(opened).hasSize(2).allMatch(ListMoatFeed::isClosed);
  }
}
