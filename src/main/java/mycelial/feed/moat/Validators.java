package mycelial.feed.moat;

import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import mycelial.feed.http.HttpAnswer;
import org.jspecify.annotations.Nullable;

/**
 * By what a server recognises an answer that it has given before (RFC 9110, 13.1).
 *
 * @param address what was asked; null for nothing
 * @param etag its {@code ETag}; empty for none
 * @param lastModified its {@code Last-Modified}; empty for none
 */
record Validators(@Nullable URI address, String etag, String lastModified) {
  static final Validators NONE = new Validators(null, "", "");

  static Validators of(URI address, HttpAnswer answer) {
    return new Validators(
        address, answer.header("etag").orElse(""), answer.header("last-modified").orElse(""));
  }

  /** The headers with which that address is to be asked. */
  Map<String, String> headers(URI asked) {
    Map<String, String> headers = new TreeMap<>();
    if (asked.equals(address)) {
      if (!etag.isEmpty()) {
        headers.put("If-None-Match", etag);
      }
      if (!lastModified.isEmpty()) {
        headers.put("If-Modified-Since", lastModified);
      }
    }
    return headers;
  }
}
