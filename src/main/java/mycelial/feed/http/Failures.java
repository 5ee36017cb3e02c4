package mycelial.feed.http;

import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import javax.net.ssl.SSLException;
import mycelial.feed.http.HttpFailure.Kind;

/** Gives the JDK's exceptions their kind and words. */
final class Failures {
  private Failures() {}

  /** A server as messages name it. */
  static String name(URI uri) {
    return uri.getScheme() + "://" + uri.getAuthority();
  }

  /** What a call to that address failed of. */
  static HttpFailure of(URI uri, Throwable cause) {
    String server = name(uri);
    for (Throwable at = cause; at != null; at = at.getCause()) {
      if (at instanceof UnresolvedAddressException || at instanceof UnknownHostException) {
        return new HttpFailure(
            Kind.DNS,
            "the name of " + server + " cannot be resolved: check the network and its DNS",
            cause);
      } else if (at instanceof CappedBody.TooLong) {
        return new HttpFailure(Kind.TOO_LARGE, server + " answers with " + at.getMessage(), cause);
      } else if (at instanceof SSLException) {
        return new HttpFailure(
            Kind.TLS,
            "no trustworthy TLS connection to " + server + ": check the clock and any proxy",
            cause);
      } else if (at instanceof HttpTimeoutException) {
        return new HttpFailure(Kind.TIMEOUT, server + " cannot be reached in time", cause);
      }
    }
    if (cause instanceof ConnectException) {
      return new HttpFailure(
          Kind.REFUSED,
          "nobody listens at " + server + ": check the address and any firewall",
          cause);
    }
    return new HttpFailure(
        Kind.BROKEN, "the connection to " + server + " broke before its answer ended", cause);
  }
}
