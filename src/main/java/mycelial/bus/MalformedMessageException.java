package mycelial.bus;

/** Bytes that are not a message of their channel: to be counted and dropped. */
public final class MalformedMessageException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST = 200;

  /** A short reason; it is escaped and cut here, for it may quote hostile bytes. */
  public MalformedMessageException(String reason) {
    super(printable(reason));
  }

  private static String printable(String text) {
    StringBuilder safe = new StringBuilder();
    for (int i = 0; i < text.length() && safe.length() < LONGEST - 6; i++) {
      char letter = text.charAt(i);
      if (letter >= ' ' && letter < 127) {
        safe.append(letter);
      } else {
        safe.append("\\u").append(Integer.toHexString(0x10000 + letter), 1, 5);
      }
    }
    return safe.toString();
  }
}
