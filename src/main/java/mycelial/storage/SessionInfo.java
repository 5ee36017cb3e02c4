package mycelial.storage;

/**
 * What a session starts from, as its row in the table {@code sessions} records it.
 *
 * @param id identifies the session in every table
 * @param kind {@code run}, {@code replay} or {@code train}
 * @param seed of every generator of the session
 * @param provenance whether the market data are {@code real} or {@code synthetic}
 * @param configFingerprint hash of the configuration in force
 * @param inputs the data files with their SHA-256, as JSON or text
 * @param build identifies the program
 */
public record SessionInfo(
    String id,
    String kind,
    long seed,
    String provenance,
    String configFingerprint,
    String inputs,
    String build) {
  /**
   * @throws IllegalArgumentException when the id is empty or the kind is none of the three
   */
  public SessionInfo {
    if (id.isBlank()) {
      throw new IllegalArgumentException("a session needs an id");
    }
    if (!kind.equals("run") && !kind.equals("replay") && !kind.equals("train")) {
      throw new IllegalArgumentException(
          "session kind '" + kind + "' is none of run, replay, train");
    }
  }
}
