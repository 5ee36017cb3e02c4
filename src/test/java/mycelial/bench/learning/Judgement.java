package mycelial.bench.learning;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a swarm said and did, held against the truth. Only first statements count.
 *
 * @param effects by number
 * @param ideas of the mycelial stream, by time
 * @param trades that the mycelial stream closed, by entry
 */
record Judgement(List<EffectSeen> effects, List<IdeaSeen> ideas, List<TradeSeen> trades) {
  Judgement {
    effects = List.copyOf(effects);
    ideas = List.copyOf(ideas);
    trades = List.copyOf(trades);
  }

  /**
   * An effect, and how it was found.
   *
   * @param effect its number
   * @param family what kind of sign announces it
   * @param pair the pair that drifts
   * @param side the direction
   * @param channel the moat's channel that announces it, or empty
   * @param expressible whether the learners' grammar can say it
   * @param activeTo hours from the world's beginning to the end of its last day with drift
   * @param episodes how often it drifted
   * @param proven how a proven idea found it
   * @param any how an idea of whatever grade found it
   * @param ending whether its drift ends before the world does
   */
  record EffectSeen(
      int effect,
      String family,
      String pair,
      String side,
      String channel,
      boolean expressible,
      double activeTo,
      int episodes,
      Discovery proven,
      Discovery any,
      boolean ending) {}

  /**
   * How ideas found an effect.
   *
   * @param hours from its beginning to the first true idea, or null where there was none
   * @param later episodes that began after that idea
   * @param announced those of them with a true idea
   */
  record Discovery(@Nullable Double hours, int later, int announced) {
    boolean isFound() {
      return hours != null;
    }
  }

  /**
   * An idea.
   *
   * @param hour when it was published, hours from the world's beginning
   * @param pair the pair
   * @param side the direction
   * @param grade how well it was supported
   * @param effect number of the effect of which it is true, or 0
   * @param decoyOf number of the effect in whose decoy or reversal it lies, or 0
   * @param reason why, in words
   */
  record IdeaSeen(
      double hour, String pair, String side, String grade, int effect, int decoyOf, String reason) {
    boolean isTrue() {
      return effect > 0;
    }
  }

  /**
   * A trade.
   *
   * @param hour of the entry, from the world's beginning
   * @param pair the pair
   * @param side the direction
   * @param grade of the idea behind it
   * @param reason of the idea behind it
   * @param effect number of the effect into whose drift it was entered, or 0
   * @param reversalOf number of the effect into whose reversal it was entered, or 0
   * @param crossMoatScore as it stands in the trades database, or 0
   * @param costsPercent of entry and exit, percent of what was paid
   * @param pnl after costs, USD
   * @param pnlPercent after costs, percent of what was paid
   */
  record TradeSeen(
      double hour,
      String pair,
      String side,
      String grade,
      String reason,
      int effect,
      int reversalOf,
      int crossMoatScore,
      double costsPercent,
      double pnl,
      double pnlPercent) {}
}
