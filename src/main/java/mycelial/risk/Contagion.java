package mycelial.risk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import mycelial.market.Pair;
import org.jspecify.annotations.Nullable;

/**
 * Which family of patterns leads which learner, and what is to be done about a family that leads
 * too many. A family's share is the learners it leads / the learners that watch its pair: no other
 * can be led by it. Used by one thread; times are in seconds since the epoch.
 *
 * <p>Two measures. The <em>brake</em> forbids the family to every learner that it does not lead
 * yet, so that its share cannot grow any more. The <em>quarantine</em> takes it from all. The
 * quarantine comes at its own share, or at that of the brake where the account loses in the
 * family's pair. Who is found to be led by a family against a measure in force gets it again.
 */
public final class Contagion {
  private static final double HUNDRED = 100;

  /**
   * When something is done.
   *
   * @param quarantinePercent share of a quarantine, percent
   * @param brakePercent share of the brake, percent
   * @param leastSusceptible fewer learners that watch a pair make no share
   * @param measureSeconds how long a measure lasts
   * @param forgetSeconds a learner that has not been heard of for longer counts as led by nothing
   */
  public record Limits(
      double quarantinePercent,
      double brakePercent,
      int leastSusceptible,
      double measureSeconds,
      double forgetSeconds) {}

  /** How far a measure goes; the later is the stricter. */
  public enum Kind {
    /** No further learner may take the family in. */
    BRAKE,
    /** No learner may have it. */
    QUARANTINE
  }

  /**
   * What is to be done.
   *
   * @param kind how far it goes
   * @param family the family
   * @param learners ids of those who must drop and refuse it, ascending
   * @param led learners that it leads
   * @param susceptible learners that watch its pair
   * @param renewed whether the measure was in force already and only meets a straggler
   */
  public record Measure(
      Kind kind, String family, List<Integer> learners, int led, int susceptible, boolean renewed) {
    /** Copies the list. */
    public Measure {
      learners = List.copyOf(learners);
    }

    /** Led / susceptible, percent. */
    public double percent() {
      return HUNDRED * led / susceptible;
    }
  }

  /**
   * How far a family has spread.
   *
   * @param family the family
   * @param led learners that it leads
   * @param susceptible learners that watch its pair
   */
  public record Share(String family, int led, int susceptible) {
    /** Led / susceptible, percent. */
    public double percent() {
      return HUNDRED * led / susceptible;
    }
  }

  private record Lead(String family, Pair pair, double heard) {}

  /** A measure in force; the spared may keep what they have. */
  private record Case(Kind kind, Set<Integer> spared, double until) {}

  private final Limits limits;
  private final Map<Pair, Set<Integer>> watchers = new TreeMap<>();
  private final Map<Integer, Lead> leads = new TreeMap<>();
  private final Map<String, Case> cases = new TreeMap<>();
  private double maxPercent;
  private String largestFamily = "";

  /**
   * @param watchLists the pairs that each learner watches, by its id
   */
  public Contagion(Limits limits, Map<Integer, List<Pair>> watchLists) {
    this.limits = limits;
    watchLists.forEach((learner, pairs) ->
        pairs.forEach(pair -> watchers.computeIfAbsent(pair, _ -> new TreeSet<>()).add(learner)));
  }

  /**
   * A learner has said that a pattern of that family leads it.
   *
   * @param losing whether the account loses in the pair
   * @return what is to be done, or null
   */
  public @Nullable Measure led(int learner, Pair pair, String family, double now, boolean losing) {
    Set<Integer> susceptible = watchers.get(pair);
    if (susceptible == null || !susceptible.contains(learner)) {
      leads.remove(learner);
      return null;
    }
    leads.put(learner, new Lead(family, pair, now));
    cases.values().removeIf(old -> old.until() <= now);
    Measure measure = judge(family, pair, now, losing);
    Case inForce = cases.get(family);
    if (measure == null && inForce != null && !inForce.spared().contains(learner)) {
      leads.remove(learner);
      return new Measure(inForce.kind(), family, List.of(learner), 1, susceptible.size(), true);
    }
    return measure;
  }

  /** The account has begun to lose in a pair: what is to be done about the pair's families. */
  public List<Measure> losing(Pair pair, double now) {
    TreeSet<String> families = new TreeSet<>();
    for (Lead lead : leads.values()) {
      if (lead.pair().equals(pair)) {
        families.add(lead.family());
      }
    }
    List<Measure> measures = new ArrayList<>();
    for (String family : families) {
      Measure measure = judge(family, pair, now, true);
      if (measure != null) {
        measures.add(measure);
      }
    }
    return measures;
  }

  private @Nullable Measure judge(String family, Pair pair, double now, boolean losing) {
    Set<Integer> susceptible = watchers.getOrDefault(pair, new TreeSet<>());
    if (susceptible.size() < limits.leastSusceptible()) {
      return null;
    }
    Set<Integer> led = ledBy(family, now);
    double percent = HUNDRED * led.size() / susceptible.size();
    if (percent > maxPercent) {
      maxPercent = percent;
      largestFamily = family;
    }
    Kind kind = wanted(percent, losing);
    Case inForce = cases.get(family);
    if (kind == null || (inForce != null && inForce.kind().compareTo(kind) >= 0)) {
      return null;
    }
    return open(kind, family, susceptible, led, now);
  }

  private @Nullable Kind wanted(double percent, boolean losing) {
    if (percent < limits.brakePercent()) {
      return null;
    }
    return losing || percent >= limits.quarantinePercent() ? Kind.QUARANTINE : Kind.BRAKE;
  }

  private Measure open(
      Kind kind, String family, Set<Integer> susceptible, Set<Integer> led, double now) {
    TreeSet<Integer> concerned = new TreeSet<>(susceptible);
    TreeSet<Integer> spared = new TreeSet<>();
    if (kind == Kind.BRAKE) {
      concerned.removeAll(led);
      spared.addAll(led);
    } else {
      led.forEach(leads::remove);
    }
    cases.put(family, new Case(kind, spared, now + limits.measureSeconds()));
    return new Measure(kind, family, List.copyOf(concerned), led.size(), susceptible.size(), false);
  }

  private Set<Integer> ledBy(String family, double now) {
    TreeSet<Integer> led = new TreeSet<>();
    leads.forEach((learner, lead) -> {
      if (lead.family().equals(family) && now - lead.heard() <= limits.forgetSeconds()) {
        led.add(learner);
      }
    });
    return led;
  }

  /**
   * The family with the largest share at a time, or null while none leads a learner of a pair that
   * enough of them watch. Changes nothing.
   */
  public @Nullable Share leading(double now) {
    Map<String, Pair> families = new TreeMap<>();
    leads.values().forEach(lead -> families.put(lead.family(), lead.pair()));
    Share best = null;
    for (Map.Entry<String, Pair> each : families.entrySet()) {
      int susceptible = watchers.getOrDefault(each.getValue(), new TreeSet<>()).size();
      int led = ledBy(each.getKey(), now).size();
      if (led > 0 && susceptible >= limits.leastSusceptible()) {
        Share share = new Share(each.getKey(), led, susceptible);
        best = best == null || share.percent() > best.percent() ? share : best;
      }
    }
    return best;
  }

  /** The largest share seen, percent. */
  public double maxPercent() {
    return maxPercent;
  }

  /** The family of the largest share, empty before there was one. */
  public String largestFamily() {
    return largestFamily;
  }
}
