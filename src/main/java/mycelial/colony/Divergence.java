package mycelial.colony;

/**
 * A session that was played again did not become what its journal says it was; the message names
 * the first moment at which it differed.
 */
public final class Divergence extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  Divergence(String message) {
    super(message);
  }
}
