package mycelial.learning;

/** Where patterns of high value are kept. Called from the thread that owns the model. */
public interface PatternArchive {
  /** Keeps a pattern; a second call for the same pattern id in a session changes nothing. */
  void archive(ArchivedPattern pattern);
}
