package mycelial.stub;

import com.fasterxml.jackson.databind.node.ArrayNode;

/** What goes wrong, and when. */
final class FaultPlan {
  /** Whether a pair is not traded any more. */
  boolean isDelisted(StubPair pair, double time) {
    return false;
  }

  /** Up to when a pair's market may be told at a time: that time, unless its feed is frozen. */
  double known(StubPair pair, double time) {
    return time;
  }

  /** Throws Kraken's words when a request to a path is to be refused. */
  void refuse(String path, double time) {}

  /** What becomes of the rows of an OHLC answer. */
  ArrayNode spoil(String pair, ArrayNode rows, int length, double time) {
    return rows;
  }

  /** Whether WebSocket clients hear nothing of a pair. */
  boolean isSilent(StubPair pair, double time) {
    return false;
  }

  /** A pair's status in AssetPairs. */
  String pairStatus(StubPair pair, double time) {
    return "online";
  }

  /** The exchange's own word on its state: online, maintenance, cancel_only, post_only. */
  String status(double time) {
    return "online";
  }
}
