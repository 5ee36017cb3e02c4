package mycelial.feed.moat;

import java.util.List;
import mycelial.market.MoatTarget;

/** One question that a source is asked again and again. Used by one thread. */
interface Poll {
  /** What it is about, within its source. */
  String subject();

  /** The targets that its answer is a part of. */
  List<MoatTarget> targets();

  /**
   * Asks, and tells what is new.
   *
   * @throws FeedTrouble when there is no usable answer
   * @throws InterruptedException when the session ends
   */
  void run() throws FeedTrouble, InterruptedException;
}
