package mycelial.feed.http;

import java.net.http.HttpHeaders;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a server said, whatever its status.
 *
 * @param status HTTP status
 * @param headers its headers
 * @param body the whole body; not copied
 */
public record HttpAnswer(int status, HttpHeaders headers, byte[] body) {
  /** A header's first value. */
  public Optional<String> header(String name) {
    return headers.firstValue(name);
  }

  /** A header's first value if that is a whole number from 0 to 10^15. */
  public OptionalLong number(String name) {
    return header(name)
        .map(String::strip)
        .filter(text -> text.matches("[0-9]{1,15}"))
        .map(text -> OptionalLong.of(Long.parseLong(text)))
        .orElse(OptionalLong.empty());
  }
}
