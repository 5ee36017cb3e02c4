package mycelial.feed.replay;

/** How far candles can be trusted, best first; the rules stand in {@link Passport}. */
public enum Grade {
  A,
  B,
  C,
  D;

  /** Whether it is at least as good as another one. */
  public boolean reaches(Grade least) {
    return compareTo(least) <= 0;
  }

  /** The worse of two. */
  Grade worse(Grade other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
