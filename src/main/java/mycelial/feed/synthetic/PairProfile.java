package mycelial.feed.synthetic;

import mycelial.market.Pair;

/**
 * How a pair behaves when nothing is planted: round numbers near those of January 2025.
 *
 * @param price first price, quote currency
 * @param volatility standard deviation of a one-minute return
 * @param loading share of the common market factor in its innovations, 0 to 1
 * @param turnover usual value traded in a minute, quote currency
 */
record PairProfile(double price, double volatility, double loading, double turnover) {
  /** The profile of a pair; an unknown one gets a middling altcoin's at a price of 1. */
  static PairProfile of(Pair pair) {
    return switch (pair.name()) {
      case "XXBTZUSD" -> new PairProfile(93_500, 0.0005, 0.88, 150_000);
      case "XETHZUSD" -> new PairProfile(3_350, 0.0006, 0.86, 70_000);
      case "SOLUSD" -> new PairProfile(190, 0.0008, 0.75, 40_000);
      case "ADAUSD" -> new PairProfile(0.85, 0.0009, 0.70, 12_000);
      case "DOTUSD" -> new PairProfile(6.7, 0.0009, 0.68, 5_000);
      case "MATICUSD" -> new PairProfile(0.45, 0.0010, 0.62, 3_000);
      case "UNIUSD" -> new PairProfile(13.2, 0.0011, 0.58, 4_000);
      case "LINKUSD" -> new PairProfile(20, 0.0009, 0.68, 9_000);
      case "DOGEUSD" -> new PairProfile(0.315, 0.0010, 0.66, 14_000);
      case "AAVEUSD" -> new PairProfile(310, 0.0011, 0.58, 4_500);
      case "ATOMUSD" -> new PairProfile(6.2, 0.0009, 0.66, 3_500);
      case "ALGOUSD" -> new PairProfile(0.33, 0.0011, 0.60, 3_000);
      case "XLMUSD" -> new PairProfile(0.33, 0.0010, 0.55, 6_000);
      case "EOSUSD" -> new PairProfile(0.78, 0.0010, 0.55, 2_000);
      case "TRXUSD" -> new PairProfile(0.255, 0.0008, 0.42, 4_000);
      case "XTZUSD" -> new PairProfile(1.28, 0.0010, 0.52, 1_500);
      case "NEARUSD" -> new PairProfile(4.9, 0.0012, 0.62, 3_000);
      case "FILUSD" -> new PairProfile(4.9, 0.0011, 0.60, 2_500);
      default -> new PairProfile(1, 0.0010, 0.60, 3_000);
    };
  }
}
