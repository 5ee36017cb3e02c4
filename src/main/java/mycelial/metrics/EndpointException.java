package mycelial.metrics;

/** Metrics cannot be served; the message says why and what to do, in one sentence. */
public final class EndpointException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  EndpointException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
