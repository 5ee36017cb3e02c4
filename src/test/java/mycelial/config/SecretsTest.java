package mycelial.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretsTest {
  @TempDir Path folder = Path.of("");

  private Path write(String text) throws IOException {
    Path file = Files.writeString(folder.resolve(".env"), text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    return file;
  }

  private Secrets load(String text) throws IOException {
    return Secrets.load(write(text), Map.of());
  }

  private String refusal(String text, Map<String, String> environment) throws IOException {
    Path file = write(text);
    var thrown =
        catchThrowableOfType(ConfigurationException.class, () -> Secrets.load(file, environment));
    assertThat(thrown).as("a refusal").isNotNull();
    assertThat(thrown).hasNoCause().hasMessage(String.join("\n", thrown.problems()));
    return String.join("\n", thrown.problems()).replace(file.toString(), ".env");
  }

  @Test
  void needsNoFile() {
    var secrets = Secrets.load(folder.resolve("missing"), Map.of());
    assertThat(secrets.redisConfigured()).isFalse();
    assertThat(secrets.redisHost()).isEqualTo("localhost");
    assertThat(secrets.redisPort()).isEqualTo(6379);
    assertThat(secrets.redisTls()).isFalse();
    assertThat(secrets.redisPassword()).isEmpty();
    assertThat(secrets.warnings()).isEmpty();
  }

  @Test
  void readsPlainAndQuotedValuesCommentsAndWindowsLines() throws IOException {
    var secrets =
        load(
            """
            # mine

            REDIS_HOST=redis.example
            REDIS_PORT = 7000 # not the usual
            REDIS_PASSWORD="p#s w" # quoted
            REDIS_USER=u
            REDIS_TLS=TRUE
            KRAKEN_API_KEY=abc
            KRAKEN_API_SECRET=c2VjcmV0cw==
            """
                .replace("\n", "\r\n"));
    assertThat(secrets.redisConfigured()).isTrue();
    assertThat(secrets.redisHost()).isEqualTo("redis.example");
    assertThat(secrets.redisPort()).isEqualTo(7000);
    assertThat(secrets.redisPassword()).contains("p#s w");
    assertThat(secrets.redisUser()).contains("u");
    assertThat(secrets.redisTls()).isTrue();
    assertThat(secrets.krakenApiKey()).contains("abc");
    assertThat(secrets.krakenApiSecret()).contains("c2VjcmV0cw==");
    assertThat(secrets.warnings()).isEmpty();
  }

  @Test
  void readsTheShippedExampleAsNothingGiven() throws IOException {
    var secrets = load(Files.readString(Path.of(".env.example")));
    assertThat(secrets.redisConfigured()).isFalse();
    assertThat(secrets.krakenApiKey()).isEmpty();
    assertThat(secrets.warnings()).isEmpty();
  }

  @Test
  void letsTheEnvironmentWin() throws IOException {
    Path file = write("REDIS_HOST=file\nREDIS_PASSWORD=file\n");
    var secrets = Secrets.load(file, Map.of("REDIS_HOST", "outside", "REDIS_PASSWORD", ""));
    assertThat(secrets.redisHost()).isEqualTo("outside");
    assertThat(secrets.redisPassword()).isEmpty();
  }

  @Test
  void showsNamesOnly() throws IOException {
    var secrets = load("REDIS_PASSWORD=hunter2\nREDIS_HOST=redis.example\n");
    assertThat(secrets).hasToString("Secrets[REDIS_HOST, REDIS_PASSWORD]");
  }

  /** Every refused value is or contains hunter2, which must not come back. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
"""
REDIS_PORT=hunter2 | .env:1: REDIS_PORT: is not a port from 1 to 65535
REDIS_PORT=65536 | .env:1: REDIS_PORT: is not a port from 1 to 65535
REDIS_HOST=redis://hunter2:1 | .env:1: REDIS_HOST: is not a host name or address (write it without redis:// and port)
REDIS_TLS=hunter2 | .env:1: REDIS_TLS: is not true or false
REDIS_USER=hunter2 | .env:1: REDIS_USER is given without REDIS_PASSWORD
KRAKEN_API_KEY=hunter2 | .env:1: KRAKEN_API_KEY is given without KRAKEN_API_SECRET
export REDIS_PASSWORD=hunter2 | .env:1: remove 'export'; write NAME=value
REDIS_PASSWORD hunter2 | .env:1: is not NAME=value on one line
REDIS_PASSWORD='hunter2' | .env:1: REDIS_PASSWORD: single quotes would become part of the value; use double quotes
REDIS_PASSWORD="hunter2 | .env:1: REDIS_PASSWORD: the quotes must open and close around the whole value on one line
REDIS_PASSWORD="hunter2"x | .env:1: REDIS_PASSWORD: the quotes must open and close around the whole value on one line
REDIS_PASSWORD=hunter2#3 | .env:1: REDIS_PASSWORD: a value with '#' must stand in double quotes
""")
  void refusesALineWithoutRepeatingItsValue(String line, String problem) throws IOException {
    assertThat(refusal(line + "\n", Map.of())).isEqualTo(problem).doesNotContain("hunter2");
  }

  @Test
  void refusesAByteOrderMarkADoubleNameAndAValueOverTwoLinesTogether() throws IOException {
    assertThat(refusal("\uFEFFREDIS_HOST=a\nREDIS_HOST=b\nREDIS_PASSWORD=\"a\nb\"\n", Map.of()))
        .isEqualTo(
            """
            .env:1: starts with a byte order mark; save the file as UTF-8 without BOM
            .env:2: REDIS_HOST is given twice (first in line 1)
            .env:3: REDIS_PASSWORD: the quotes must open and close around the whole value on one line
            .env:4: is not NAME=value on one line\
            """);
  }

  @Test
  void refusesBadValuesFromTheEnvironment() throws IOException {
    var environment =
        Map.of("REDIS_PORT", "0", "KRAKEN_API_KEY", "hunter2 x", "KRAKEN_API_SECRET", "hunter2!");
    assertThat(refusal("", environment))
        .isEqualTo(
            """
            environment variable: KRAKEN_API_KEY: contains blanks; copy the key as one word
            environment variable: KRAKEN_API_SECRET: is not Base64, as Kraken's private keys are; copy it whole
            environment variable: REDIS_PORT: is not a port from 1 to 65535\
            """);
  }

  @Test
  void warnsOfAFileThatOthersCanReadAndOfNamesNobodyUses() throws IOException {
    Path file = write("KRAKEN_APIKEY=hunter2\nMYCELIAL_SEED=1\nCOLOUR_OF_HAIR=red\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    assertThat(Secrets.load(file, Map.of()).warnings())
        .containsExactly(
            file + ": other users may open it (rw-r-----); run 'chmod 600 " + file + "'",
            file + ":3: COLOUR_OF_HAIR is not used",
            file + ":1: KRAKEN_APIKEY is not used; the nearest is KRAKEN_API_KEY",
            file + ":2: MYCELIAL_SEED is a setting; it is read from the environment only");
  }
}
