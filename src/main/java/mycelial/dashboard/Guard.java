package mycelial.dashboard;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a request may be served: only from this machine's browser, only from the page
 * itself where something is changed, and then only with the token. Immutable.
 */
final class Guard {
  /** Longest body of a request, bytes. */
  static final int LONGEST_BODY = 2048;

  static final String TOKEN_HEADER = "X-Mycelial-Token";

  private static final Set<String> NAMES = Set.of("127.0.0.1", "localhost", "[::1]");
  private static final String POLICY =
      "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
          + " object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  /** Sent with every answer. */
  static final Map<String, String> HEADERS =
      new TreeMap<>(
          Map.of(
              "Content-Security-Policy", POLICY,
              "X-Content-Type-Options", "nosniff",
              "X-Frame-Options", "DENY",
              "Referrer-Policy", "no-referrer",
              "Cross-Origin-Opener-Policy", "same-origin",
              "Cross-Origin-Resource-Policy", "same-origin",
              "Cache-Control", "no-store"));

  private final byte[] token;

  Guard(String token) {
    this.token = token.getBytes(StandardCharsets.UTF_8);
  }

  /** What a request says of itself; null where it says nothing. */
  record Claims(
      String method,
      @Nullable String host,
      @Nullable String origin,
      @Nullable String site,
      @Nullable String type,
      long length) {}

  /**
   * Lets a request pass or not.
   *
   * @throws Refusal when it may not
   */
  void admit(Claims request) {
    if (!isLoopback(request.host())) {
      throw new Refusal(421, "this server answers on the loopback address alone");
    }
    if (!List.of("GET", "HEAD", "POST").contains(request.method())) {
      throw new Refusal(405, "method " + request.method() + " is not served");
    }
    if (request.method().equals("POST")) {
      admitChange(request);
    }
  }

  private static void admitChange(Claims request) {
    String origin = request.origin();
    if (origin == null || !origin.equals("http://" + request.host())) {
      throw new Refusal(403, "commands are taken from the page of this server alone");
    }
    if (request.site() != null && !request.site().equals("same-origin")) {
      throw new Refusal(403, "commands are taken from the page of this server alone");
    }
    String type = request.type();
    if (type == null || !type.split(";", -1)[0].strip().equalsIgnoreCase("application/json")) {
      throw new Refusal(403, "a command is sent as application/json");
    }
    if (request.length() < 0) {
      throw new Refusal(411, "a command says how long it is");
    }
    if (request.length() > LONGEST_BODY) {
      throw new Refusal(413, "a command has at most " + LONGEST_BODY + " bytes");
    }
  }

  /**
   * Checks the token of whoever wants to change something, in the same time for every wrong one.
   *
   * @throws Refusal when it is missing or wrong
   */
  void authenticate(@Nullable String presented) {
    if (presented == null || presented.isBlank()) {
      throw new Refusal(401, "the token is missing; it stands on the terminal of the dashboard");
    }
    if (!MessageDigest.isEqual(token, presented.strip().getBytes(StandardCharsets.UTF_8))) {
      throw new Refusal(403, "the token is wrong; it stands on the terminal of the dashboard");
    }
  }

  private static boolean isLoopback(@Nullable String host) {
    if (host == null) {
      return false;
    }
    String name = host.replaceFirst(":[0-9]{1,5}$", "").toLowerCase(Locale.ROOT);
    return NAMES.contains(name);
  }
}
