package mycelial.colony;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mycelial.agent.miner.DataMinerAgent;
import mycelial.agent.miner.MoatMiner;
import mycelial.agent.miner.MoatReading;
import mycelial.market.Bar;
import mycelial.market.Moat;
import mycelial.market.MoatProvenance;
import mycelial.market.MoatSignal;
import mycelial.market.Provenance;
import mycelial.message.Channel;

/** Adds up what miners know of the five moats. */
final class MoatReports {
  private MoatReports() {}

  /**
   * The five moats, Finance first.
   *
   * @param market whether the candles are real
   * @param now the end of the data, seconds since the epoch
   */
  static List<MoatReport> of(Provenance market, Roster roster, MoatMining mining, long now) {
    List<MoatReport> reports = new ArrayList<>();
    reports.add(finance(market, roster, now));
    for (MoatMiner miner : roster.moatMiners()) {
      reports.add(moat(miner, mining, now));
    }
    return List.copyOf(reports);
  }

  private static MoatReport finance(Provenance market, Roster roster, long now) {
    List<String> targets = new ArrayList<>();
    Map<String, String> missing = new TreeMap<>();
    List<MoatReport.Reading> readings = new ArrayList<>();
    long bars = 0;
    for (DataMinerAgent miner : roster.miners()) {
      String channel = Channel.marketData(miner.pair()).name();
      targets.add(channel);
      bars += miner.bars();
      Bar newest = miner.newest();
      if (newest == null) {
        missing.put(channel, "no candles");
      } else {
        readings.add(close(channel, newest, miner.bars(), now));
      }
    }
    MoatProvenance provenance =
        market == Provenance.SYNTHETIC ? MoatProvenance.SIMULATED : MoatProvenance.RECORDED;
    return new MoatReport(
        Moat.FINANCE.label(),
        readings.isEmpty() ? MoatProvenance.MISSING.name() : provenance.name(),
        readings.isEmpty() ? "no candles" : "candles",
        bars,
        targets,
        missing,
        Map.of(),
        readings);
  }

  private static MoatReport.Reading close(String channel, Bar bar, long bars, long now) {
    return new MoatReport.Reading(
        channel, "close", bar.close(), null, time(bar.end()), now - bar.end(), bars);
  }

  private static MoatReport moat(MoatMiner miner, MoatMining mining, long now) {
    Map<String, String> missing = new TreeMap<>();
    miner.missing((double) now).forEach((target, reason) -> missing.put(target.channel(), reason));
    Map<String, Long> ignored = new TreeMap<>();
    mining
        .ignored()
        .forEach((target, count) -> {
          if (target.moat() == miner.moat()) {
            ignored.put(target.channel(), count);
          }
        });
    boolean none = missing.size() == miner.targets().size();
    MoatProvenance provenance = none ? MoatProvenance.MISSING : mining.source().provenance();
    return new MoatReport(
        miner.moat().label(),
        provenance.name(),
        miner.targets().isEmpty() ? "no target is configured" : mining.source().name(),
        miner.announced(),
        miner.watches(),
        missing,
        ignored,
        miner.readings().stream().map(reading -> reading(reading, now)).toList());
  }

  private static MoatReport.Reading reading(MoatReading reading, long now) {
    MoatSignal signal = reading.signal();
    return new MoatReport.Reading(
        signal.target().channel(),
        signal.field(),
        signal.value(),
        reading.level(),
        time(signal.eventTime()),
        now - signal.eventTime(),
        reading.signals());
  }

  private static String time(long seconds) {
    return Instant.ofEpochSecond(seconds).toString();
  }
}
