package mycelial.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import mycelial.ledger.CollisionRecord;
import mycelial.market.Pair;
import mycelial.market.SignalSource;
import mycelial.storage.StoredOutcome;

/**
 * The synthesized gate and the five it is compared with, from what every idea brought alone.
 *
 * @param from begin of the traded period, seconds since the epoch
 * @param to its end
 * @param holdSeconds mean holding time of the collisions' trades
 * @param roundTripPercent mean fees of a round trip, percent of the entry's value
 * @param synthesized what the synthesized gate lets through
 * @param contests what is compared: first with the parts, baseline and mycelial
 * @param notes what must be known to read them
 */
public record SynergyGates(
    double from,
    double to,
    double holdSeconds,
    double roundTripPercent,
    Gate synthesized,
    List<Contest> contests,
    List<String> notes) {

  /** Two gates to compare. */
  public record Contest(Gate left, Gate right) {}

  /**
   * Makes the gates.
   *
   * @param outcomes of all three streams
   * @param collisions which idea agreed with which
   * @param shifted the gate of the time-shifted agreement
   */
  static SynergyGates of(
      Span span,
      List<StoredOutcome> outcomes,
      List<CollisionRecord> collisions,
      ShiftedAgreement shifted) {
    Map<SignalSource, List<StoredOutcome>> streams =
        outcomes.stream()
            .collect(
                Collectors.groupingBy(StoredOutcome::stream, TreeMap::new, Collectors.toList()));
    List<StoredOutcome> agreed = streams.getOrDefault(SignalSource.SYNTHESIZED, List.of());
    List<StoredOutcome> baseline = streams.getOrDefault(SignalSource.BASELINE, List.of());
    List<StoredOutcome> mycelial = streams.getOrDefault(SignalSource.MYCELIAL, List.of());
    List<StoredOutcome> either = either(baseline, mycelial, collisions);
    Gate synthesized = gate("both streams agree", agreed, any -> true);
    Set<String> met =
        collisions.stream().map(CollisionRecord::baselineIdea).collect(Collectors.toSet());
    List<Contest> contests = new ArrayList<>();
    contests.add(new Contest(synthesized, gate("the baseline alone", baseline, any -> true)));
    contests.add(new Contest(synthesized, gate("the swarm alone", mycelial, any -> true)));
    contests.add(new Contest(synthesized, gate("either stream", either, any -> true)));
    contests.add(new Contest(synthesized, random(agreed, either)));
    contests.add(
        new Contest(
            gate(
                "baseline ideas that the swarm confirmed", baseline, o -> met.contains(o.ideaId())),
            shifted.gate(baseline)));
    List<StoredOutcome> fees = agreed.isEmpty() ? outcomes : agreed;
    return new SynergyGates(
        span.from(),
        span.to(),
        fees.stream().mapToDouble(o -> o.exitTime() - o.entryTime()).average().orElse(0),
        fees.stream().mapToDouble(SynergyGates::feePercent).average().orElse(0),
        synthesized,
        contests,
        List.of(shifted.note()));
  }

  /**
   * A stretch of time.
   *
   * @param from begin, seconds since the epoch
   * @param to end
   */
  public record Span(double from, double to) {}

  private static double feePercent(StoredOutcome outcome) {
    return 100
        * outcome.fees().doubleValue()
        / outcome.quantity().multiply(outcome.entryPrice()).doubleValue();
  }

  private static GatedTrade trade(StoredOutcome outcome, double weight) {
    return new GatedTrade(
        outcome.entryTime(), outcome.returnPercent(), outcome.pnl().doubleValue(), weight);
  }

  private static Gate gate(
      String name, List<StoredOutcome> outcomes, Predicate<StoredOutcome> which) {
    return new Gate(
        name, outcomes.stream().filter(which).map(outcome -> trade(outcome, 1)).toList());
  }

  /** Both streams' ideas; of two that agreed, the one that would have been entered first. */
  private static List<StoredOutcome> either(
      List<StoredOutcome> baseline,
      List<StoredOutcome> mycelial,
      List<CollisionRecord> collisions) {
    Map<String, StoredOutcome> known = new TreeMap<>();
    List<StoredOutcome> all = new ArrayList<>(baseline);
    all.addAll(mycelial);
    all.sort(Comparator.comparingDouble(StoredOutcome::entryTime));
    all.forEach(outcome -> known.put(outcome.ideaId(), outcome));
    Set<String> second = new HashSet<>();
    for (CollisionRecord collision : collisions) {
      StoredOutcome one = known.get(collision.baselineIdea());
      StoredOutcome other = known.get(collision.mycelialIdea());
      if (one != null && other != null) {
        second.add(one.entryTime() <= other.entryTime() ? other.ideaId() : one.ideaId());
      }
    }
    return all.stream().filter(outcome -> !second.contains(outcome.ideaId())).toList();
  }

  /**
   * As many trades of each pair as collisions, drawn from both streams' ideas: each has the same
   * chance, so that its weight is the expected value over all draws.
   */
  private static Gate random(List<StoredOutcome> agreed, List<StoredOutcome> pool) {
    Map<Pair, Long> wanted =
        agreed.stream()
            .collect(
                Collectors.groupingBy(StoredOutcome::pair, TreeMap::new, Collectors.counting()));
    Map<Pair, Long> there =
        pool.stream()
            .collect(
                Collectors.groupingBy(StoredOutcome::pair, TreeMap::new, Collectors.counting()));
    List<GatedTrade> trades = new ArrayList<>();
    for (StoredOutcome outcome : pool) {
      double share =
          (double) wanted.getOrDefault(outcome.pair(), 0L) / there.getOrDefault(outcome.pair(), 1L);
      if (share > 0) {
        trades.add(trade(outcome, share));
      }
    }
    return new Gate("a random choice of the same rate", trades);
  }
}
