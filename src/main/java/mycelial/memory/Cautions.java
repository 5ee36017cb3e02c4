package mycelial.memory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import mycelial.market.Pair;
import mycelial.market.Side;
import mycelial.market.SignalSource;
import org.jspecify.annotations.Nullable;

/**
 * Finds the states of a pair and direction in which the swarm's own trades failed. Around each of
 * the newest failures a ball grows, from neighbour to neighbour, as long as failures prevail within
 * it and it lost money on the whole; it ends half way to the first neighbour that is too much, so
 * that a success nearby keeps its own surroundings free (a restricted Coulomb energy classifier:
 * Reilly, Cooper and Elbaum, "A neural model for category learning", 1982). Other pairs and the
 * analysts' trades say nothing here: they have other entries and horizons.
 *
 * <p>What is withheld is never tried, so a caution must lapse by itself; the more failures it rests
 * on, the later. One more failure then renews it. The answer follows from the memory and the time
 * alone. Used by one thread.
 */
public final class Cautions {
  /** Newest trades of a pair and direction that are looked at; this bounds the work a trade. */
  private static final int LOOKED_AT = 250;

  private static final int MOST_CENTRES = 32;
  private static final int MOST = 8;
  private static final double SECONDS = 3600;

  private final Memory memory;
  private final CautionSettings settings;

  /** Cautions from that memory, as it is at each question. */
  public Cautions(Memory memory, CautionSettings settings) {
    this.memory = memory;
    this.settings = settings;
  }

  /** Whether a trade may change the cautions of its pair and direction. */
  public static boolean restOn(TradeRecord trade) {
    return trade.stream() == SignalSource.MYCELIAL;
  }

  /**
   * The cautions of a pair and direction that have not lapsed, those that rest on most failures
   * first; none lies with its centre in an earlier one.
   *
   * @param now seconds since the epoch
   */
  public List<Caution> of(Pair pair, Side side, double now) {
    if (settings.minimum() == 0) {
      return List.of();
    }
    List<TradeRecord> newest =
        memory.newest(
            trade -> restOn(trade) && trade.side() == side && trade.pair().equals(pair), LOOKED_AT);
    List<Caution> candidates = new ArrayList<>();
    newest.stream()
        .filter(TradeRecord::isFailure)
        .limit(MOST_CENTRES)
        .forEach(centre -> {
          Caution grown = grow(centre, newest);
          if (grown != null && grown.until() > now) {
            candidates.add(grown);
          }
        });
    candidates.sort(Comparator.comparingInt(caution -> -caution.failures()));
    List<Caution> chosen = new ArrayList<>();
    for (Caution candidate : candidates) {
      boolean covered = chosen.stream().anyMatch(one -> one.covers(candidate.centre().entry()));
      if (!covered && chosen.size() < MOST) {
        chosen.add(candidate);
      }
    }
    return chosen;
  }

  private @Nullable Caution grow(TradeRecord centre, List<TradeRecord> trades) {
    Nearest nearest = new Nearest(trades.size(), 1);
    trades.forEach(trade -> nearest.offer(trade, centre.entry().distance(trade.entry())));
    List<Neighbour> near = nearest.found();
    Caution largest = null;
    int failures = 0;
    double returned = 0;
    double newest = centre.entryTime();
    for (int i = 0; i < near.size() && distance(near, i) <= settings.radius(); i++) {
      TradeRecord trade = near.get(i).trade();
      int recalled = i + 1;
      returned += trade.netReturn();
      if (trade.isFailure()) {
        failures++;
        newest = Math.max(newest, trade.entryTime());
      }
      boolean last = recalled == near.size() || distance(near, recalled) > distance(near, i);
      if (last && speaks(recalled, failures) && returned < 0) {
        double until = newest + SECONDS * settings.hours() * failures;
        double mean = returned / recalled;
        largest = new Caution(centre, reach(near, i), recalled, failures, mean, until);
      }
    }
    return largest;
  }

  private static double distance(List<Neighbour> near, int index) {
    return near.get(index).distance();
  }

  private boolean speaks(int recalled, int failures) {
    return recalled >= settings.minimum() && failures >= settings.share() * recalled;
  }

  /** Half way to the next neighbour, and no farther than is allowed. */
  private double reach(List<Neighbour> near, int last) {
    double next = last + 1 < near.size() ? distance(near, last + 1) : Double.MAX_VALUE;
    return Math.min(settings.radius(), distance(near, last) / 2 + next / 2);
  }
}
