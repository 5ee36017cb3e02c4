package mycelial.bus.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import mycelial.bus.BusException;
import mycelial.bus.BusException.Cause;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TLS to the system's Redis with a certificate made for {@code localhost}. */
final class RedisBusTlsTest {
  private static final String TRUST_STORE = "javax.net.ssl.trustStore";
  private static final String TRUST_PASSWORD = "javax.net.ssl.trustStorePassword";
  private static final String PASSWORD = "changeit";

  @TempDir static Path folder = Path.of("");

  private @Nullable RedisServerProcess redis;
  private int tlsPort;

  @BeforeEach
  void start() {
    Path binary = RedisServerProcess.systemBinary();
    assumeThat(binary).as("no redis-server installed on this machine: TLS not tested").isNotNull();
    tlsPort = RedisServerProcess.freePort();
    redis =
        RedisServerProcess.start(
            java.util.Objects.requireNonNull(binary),
            "--tls-port",
            String.valueOf(tlsPort),
            "--tls-cert-file",
            folder.resolve("cert.pem").toString(),
            "--tls-key-file",
            folder.resolve("key.pem").toString(),
            "--tls-ca-cert-file",
            folder.resolve("cert.pem").toString(),
            "--tls-auth-clients",
            "no");
  }

  @AfterEach
  void stop() {
    System.clearProperty(TRUST_STORE);
    System.clearProperty(TRUST_PASSWORD);
    if (redis != null) {
      redis.close();
    }
  }

  @BeforeAll
  static void makeCertificate() throws IOException, InterruptedException, GeneralSecurityException {
    Path store = folder.resolve("store.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "redis",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keytool.log").toFile())
            .start();
    assertThat(keytool.waitFor()).isZero();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    byte[] key = keys.getKey("redis", PASSWORD.toCharArray()).getEncoded();
    write("key.pem", "PRIVATE KEY", key);
    write("cert.pem", "CERTIFICATE", keys.getCertificate("redis").getEncoded());
    keys.setCertificateEntry("trusted", keys.getCertificate("redis"));
    try (var out = Files.newOutputStream(folder.resolve("trust.p12"))) {
      keys.store(out, PASSWORD.toCharArray());
    }
  }

  private static void write(String file, String kind, byte[] bytes) throws IOException {
    Files.write(
        folder.resolve(file),
        List.of(
            "-----BEGIN " + kind + "-----",
            Base64.getMimeEncoder().encodeToString(bytes),
            "-----END " + kind + "-----"));
  }

  private void trust() {
    System.setProperty(TRUST_STORE, folder.resolve("trust.p12").toString());
    System.setProperty(TRUST_PASSWORD, PASSWORD);
  }

  private RedisEndpoint endpoint(String host) {
    return new RedisEndpoint(host, tlsPort, null, null, true);
  }

  private void assertRefused(String host) {
    BusException failure =
        catchThrowableOfType(BusException.class, () -> Buses.connect(endpoint(host)).close());
    assertThat(failure.kind()).isEqualTo(Cause.REFUSED);
    assertThat(failure).hasMessageContaining("TLS").hasMessageContaining(host + ":" + tlsPort);
  }

  @Test
  void carriesRoundsToAHostThatTheCertificateNames() {
    trust();
    try (RedisBus bus = Buses.connectPatiently(endpoint("localhost"))) {
      Buses.assertDelivers(bus, Buses.rounds(41, 20));
      assertThat(bus.statistics().republishedRounds()).isZero();
    }
  }

  @Test
  void refusesAHostThatTheCertificateDoesNotName() {
    trust();
    assertRefused("127.0.0.1");
  }

  @Test
  void refusesACertificateThatNobodyVouchesFor() {
    assertRefused("localhost");
  }
}
