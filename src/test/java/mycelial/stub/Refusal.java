package mycelial.stub;

/** Kraken's refusal of a request, in its own words; answered with HTTP 200. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Refusal(String words) {
    super(words, null, false, false);
  }

  /** Kraken's words, for example {@code EQuery:Unknown asset pair}. */
  String words() {
    return String.valueOf(getMessage());
  }
}
