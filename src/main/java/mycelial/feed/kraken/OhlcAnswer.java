package mycelial.feed.kraken;

import java.util.List;

/**
 * What OHLC answers.
 *
 * @param rows every row that has numbers, committed or running, in the order of the answer
 * @param last start of the last committed bar, seconds since the epoch
 * @param unusable rows without the numbers that a row has
 */
record OhlcAnswer(List<Candle> rows, long last, int unusable) {
  /** Copies the list. */
  OhlcAnswer {
    rows = List.copyOf(rows);
  }
}
