package mycelial.feed.replay;

/** What counts where candles that come in differ from those that are there. */
public enum Overlap {
  /** Neither: the file is left as it is, and the difference is named. */
  REFUSE,
  /** What is there. */
  KEEP,
  /** What comes in. */
  REPLACE
}
