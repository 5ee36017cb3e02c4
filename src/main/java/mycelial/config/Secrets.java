package mycelial.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Addresses and credentials, from a {@code .env} file and, stronger, the process environment. An
 * empty value counts as not given. Neither {@link #toString()} nor any message contains a value.
 * Immutable.
 */
public final class Secrets {
  private static final String HOST = "REDIS_HOST";
  private static final String PORT = "REDIS_PORT";
  private static final String USER = "REDIS_USER";
  private static final String PASSWORD = "REDIS_PASSWORD";
  private static final String TLS = "REDIS_TLS";
  private static final String KEY = "KRAKEN_API_KEY";
  private static final String SECRET = "KRAKEN_API_SECRET";
  private static final String GITHUB = "GITHUB_TOKEN";
  private static final List<String> NAMES =
      List.of(HOST, PORT, USER, PASSWORD, TLS, KEY, SECRET, GITHUB);
  private static final int DEFAULT_PORT = 6379;

  private final Map<String, String> values;
  private final List<String> warnings;

  private Secrets(Map<String, String> values, List<String> warnings) {
    this.values = values;
    this.warnings = List.copyOf(warnings);
  }

  /**
   * Reads them; there need not be such a file.
   *
   * @throws ConfigurationException with everything that is wrong, without a value
   */
  public static Secrets load(Path envFile, Map<String, String> environment) {
    var file = new SecretsFile(envFile);
    Map<String, String> fromFile = file.read();
    var values = new TreeMap<String, String>();
    var places = new TreeMap<String, String>();
    for (String name : NAMES) {
      boolean outside = environment.containsKey(name);
      String value = outside ? environment.get(name) : fromFile.get(name);
      if (value != null && !value.isBlank()) {
        values.put(name, value.strip());
        places.put(name, outside ? "environment variable" : file.place(name));
      }
    }
    var warnings = new ArrayList<>(file.warnings());
    unused(file, fromFile.keySet(), warnings);
    List<String> problems = problems(values, places);
    if (!problems.isEmpty()) {
      throw new ConfigurationException(problems);
    }
    return new Secrets(values, warnings);
  }

  private static void unused(SecretsFile file, Set<String> names, List<String> warnings) {
    for (String name : names) {
      if (name.startsWith(Settings.PREFIX)) {
        warnings.add(
            file.place(name) + ": " + name + " is a setting; it is read from the environment only");
      } else if (!NAMES.contains(name)) {
        String near = Nearest.to(name, NAMES).map(meant -> "; the nearest is " + meant).orElse("");
        warnings.add(file.place(name) + ": " + name + " is not used" + near);
      }
    }
  }

  private static List<String> problems(Map<String, String> values, Map<String, String> places) {
    var problems = new ArrayList<String>();
    values.forEach((name, value) ->
        complaint(name, value)
            .ifPresent(text -> problems.add(places.get(name) + ": " + name + ": " + text)));
    needs(KEY, SECRET, values, places, problems);
    needs(SECRET, KEY, values, places, problems);
    needs(USER, PASSWORD, values, places, problems);
    return problems;
  }

  private static void needs(
      String name,
      String other,
      Map<String, String> values,
      Map<String, String> places,
      List<String> problems) {
    if (values.containsKey(name) && !values.containsKey(other)) {
      problems.add(places.get(name) + ": " + name + " is given without " + other);
    }
  }

  private static Optional<String> complaint(String name, String value) {
    boolean fine =
        switch (name) {
          case HOST -> value.matches("[A-Za-z0-9._:-]+");
          case PORT -> value.matches("[0-9]{1,5}") && port(value) >= 1 && port(value) <= 65_535;
          case TLS -> Set.of("true", "false").contains(value.toLowerCase(Locale.ROOT));
          case KEY -> value.chars().noneMatch(Character::isWhitespace);
          case SECRET -> isBase64(value);
          case GITHUB -> value.matches("[A-Za-z0-9_.-]{10,255}");
          default -> true;
        };
    return fine
        ? Optional.empty()
        : Optional.of(
            switch (name) {
              case HOST -> "is not a host name or address (write it without redis:// and port)";
              case PORT -> "is not a port from 1 to 65535";
              case TLS -> "is not true or false";
              case KEY -> "contains blanks; copy the key as one word";
              case GITHUB -> "is not a token of letters, digits and _; copy it as one word";
              default -> "is not Base64, as Kraken's private keys are; copy it whole";
            });
  }

  private static int port(String text) {
    return Integer.parseInt(text);
  }

  private static boolean isBase64(String value) {
    try {
      return Base64.getDecoder().decode(value).length > 0;
    } catch (IllegalArgumentException no) {
      return false;
    }
  }

  /** Whether somebody named a Redis server; otherwise {@link #redisHost()} is this machine. */
  public boolean redisConfigured() {
    return values.containsKey(HOST) || values.containsKey(PORT);
  }

  /** Host name or address, {@code localhost} by default. */
  public String redisHost() {
    return values.getOrDefault(HOST, "localhost");
  }

  /** TCP port, 6379 by default. */
  public int redisPort() {
    String given = values.get(PORT);
    return given == null ? DEFAULT_PORT : port(given);
  }

  /** Name for Redis' access control, if any. */
  public Optional<String> redisUser() {
    return Optional.ofNullable(values.get(USER));
  }

  /** Password of Redis, if any. */
  public Optional<String> redisPassword() {
    return Optional.ofNullable(values.get(PASSWORD));
  }

  /** Whether Redis is spoken to over TLS; not by default. */
  public boolean redisTls() {
    return "true".equalsIgnoreCase(values.get(TLS));
  }

  /** Kraken's API key, if any; given together with its secret. */
  public Optional<String> krakenApiKey() {
    return Optional.ofNullable(values.get(KEY));
  }

  /** Kraken's private key, Base64, if any. */
  public Optional<String> krakenApiSecret() {
    return Optional.ofNullable(values.get(SECRET));
  }

  /** A token that raises GitHub's limit of calls, if any. */
  public Optional<String> githubToken() {
    return Optional.ofNullable(values.get(GITHUB));
  }

  /** What the user should know, one sentence each: a file that others can read, unused names. */
  public List<String> warnings() {
    return warnings;
  }

  /** The names that are set, without their values. */
  @Override
  public String toString() {
    return "Secrets" + new TreeSet<>(values.keySet());
  }
}
