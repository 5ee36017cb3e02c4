package mycelial.feed.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import mycelial.feed.http.HttpFailure.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class BoundedHttpTest {
  private static final int CAP = 100_000;

  private final BoundedHttp http = new BoundedHttp(Duration.ofMillis(700), System::nanoTime);

  private HttpFailure failure(URI address) {
    return failure(http, address);
  }

  private static HttpFailure failure(BoundedHttp http, URI address) {
    HttpFailure failure =
        catchThrowableOfType(HttpFailure.class, () -> http.get(address, Map.of(), CAP));
    assertThat(failure).as("a failure").isNotNull();
    return failure;
  }

  private HttpFailure failure(RawServer.Script script) throws IOException {
    try (RawServer server = RawServer.start(script)) {
      return failure(server.url());
    }
  }

  @Test
  void givesAnyStatusAsAnAnswer() throws IOException, HttpFailure {
    for (int status : new int[] {200, 304, 403, 404, 409, 429, 500, 502, 520}) {
      try (RawServer server =
          RawServer.start(
              (request, out) -> RawServer.respond(out, status, "", "X-Ratelimit-Remaining: 0"))) {
        HttpAnswer answer = http.get(server.url(), Map.of(), CAP);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.number("x-ratelimit-remaining")).hasValue(0);
      }
    }
  }

  @Test
  void sendsTheHeadersThatItIsGiven() throws IOException, HttpFailure {
    try (RawServer server =
        RawServer.start(
            (request, out) -> RawServer.respond(out, 200, request.header("user-agent")))) {
      HttpAnswer answer = http.get(server.url(), Map.of("User-Agent", "me/1"), CAP);
      assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo("me/1");
    }
  }

  @Test
  void followsARedirectWithinTheSameHost() throws IOException, HttpFailure {
    try (RawServer server =
        RawServer.start((request, out) -> {
          if (request.path().equals("/old")) {
            RawServer.respond(out, 301, "", "Location: /new");
          } else {
            RawServer.respond(out, 200, request.path());
          }
        })) {
      HttpAnswer answer = http.get(URI.create(server.url() + "/old"), Map.of(), CAP);
      assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo("/new");
    }
  }

  @Test
  void followsNoRedirectToAnotherHost() throws IOException {
    try (RawServer other = RawServer.start((request, out) -> RawServer.respond(out, 200, "x"))) {
      HttpFailure failure =
          failure((request, out) -> RawServer.respond(out, 302, "", "Location: " + other.url()));
      assertThat(failure.kind()).isEqualTo(Kind.REDIRECT);
      assertThat(failure).hasMessageContaining("another host");
      assertThat(other.requests()).isEmpty();
    }
  }

  @Test
  void givesUpGoingInCircles() throws IOException {
    HttpFailure failure =
        failure((request, out) -> RawServer.respond(out, 302, "", "Location: /again"));
    assertThat(failure.kind()).isEqualTo(Kind.REDIRECT);
  }

  @Test
  void refusesARedirectToNowhere() throws IOException {
    assertThat(failure((request, out) -> RawServer.respond(out, 302, "")).kind())
        .isEqualTo(Kind.REDIRECT);
    assertThat(failure((request, out) -> RawServer.respond(out, 302, "", "Location: ht^tp")).kind())
        .isEqualTo(Kind.REDIRECT);
  }

  @Test
  void endsACallThatHangs() throws IOException {
    HttpFailure failure = failure((request, out) -> Thread.sleep(20_000));
    assertThat(failure.kind()).isEqualTo(Kind.TIMEOUT);
    assertThat(failure).hasMessageContaining("127.0.0.1").hasMessageContaining("700 ms");
  }

  @Test
  void endsABodyThatDripsForEver() throws IOException {
    long begun = System.nanoTime();
    HttpFailure failure =
        failure((request, out) -> {
          out.write(
              "HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n".getBytes(StandardCharsets.UTF_8));
          for (int i = 0; i < 9000; i++) {
            out.write('x');
            out.flush();
            Thread.sleep(50);
          }
        });
    assertThat(failure.kind()).isEqualTo(Kind.TIMEOUT);
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(3));
  }

  @Test
  void takesNoMoreThanTheCapOfAnEndlessBody() throws IOException {
    long[] written = new long[1];
    HttpFailure failure =
        failure((request, out) -> {
          out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.UTF_8));
          byte[] part = new byte[65_536];
          for (int i = 0; i < 1280; i++) {
            out.write(part);
            written[0] += part.length;
          }
        });
    assertThat(failure.kind()).isEqualTo(Kind.TOO_LARGE);
    assertThat(failure).hasMessageContaining("more than 100000 bytes");
    assertThat(written[0]).isLessThan(80L << 20);
  }

  @Test
  void saysThatTheConnectionBroke() throws IOException {
    RawServer.Script truncated =
        (request, out) ->
            out.write(
                "HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n[1,2"
                    .getBytes(StandardCharsets.UTF_8));
    assertThat(failure(truncated).kind()).isEqualTo(Kind.BROKEN);
    assertThat(failure((request, out) -> {}).kind()).isEqualTo(Kind.BROKEN);
    RawServer.Script garbage =
        (request, out) -> out.write("SSH-2.0-x\r\n\r\n".getBytes(StandardCharsets.UTF_8));
    assertThat(failure(garbage).kind()).isEqualTo(Kind.BROKEN);
  }

  @Test
  void saysThatNobodyListens() throws IOException {
    int port;
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = taken.getLocalPort();
    }
    assertThat(failure(URI.create("http://127.0.0.1:" + port)).kind()).isEqualTo(Kind.REFUSED);
  }

  @Test
  void saysThatANameMeansNothing() {
    HttpFailure failure = failure(URI.create("http://feed.invalid/x?token=secret"));
    assertThat(failure.kind()).isEqualTo(Kind.DNS);
    assertThat(failure).hasMessageContaining("feed.invalid").hasMessageNotContaining("secret");
  }

  @Test
  void trustsNoCertificateThatNobodyVouchesFor(@TempDir Path folder)
      throws IOException, GeneralSecurityException, InterruptedException {
    ServerSocket listener =
        selfSigned(folder)
            .getServerSocketFactory()
            .createServerSocket(0, 5, InetAddress.getLoopbackAddress());
    try (RawServer server =
        RawServer.start(listener, (request, out) -> RawServer.respond(out, 200, "x"))) {
      URI https = URI.create("https://localhost:" + server.url().getPort());
      BoundedHttp patient = new BoundedHttp(Duration.ofSeconds(10), System::nanoTime);
      assertThat(failure(patient, https).kind()).isEqualTo(Kind.TLS);
      assertThat(server.requests()).allMatch(request -> request.path().isEmpty());
    }
  }

  @Test
  void speaksNoTlsWithWhatSpeaksNone() throws IOException {
    try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual()
          .start(() -> {
            try (Socket socket = listener.accept()) {
              assertThat(socket.getInputStream().read(new byte[4096])).isPositive();
              socket
                  .getOutputStream()
                  .write("HTTP/1.1 400 X\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            } catch (IOException gone) {
              throw new UncheckedIOException(gone);
            }
          });
      BoundedHttp patient = new BoundedHttp(Duration.ofSeconds(10), System::nanoTime);
      URI https = URI.create("https://127.0.0.1:" + listener.getLocalPort());
      assertThat(failure(patient, https).kind()).isEqualTo(Kind.TLS);
    }
  }

  private static SSLContext selfSigned(Path folder)
      throws IOException, GeneralSecurityException, InterruptedException {
    Path store = folder.resolve("store.p12");
    Process keytool =
        new ProcessBuilder(
                (Path.of(System.getProperty("java.home"), "bin", "keytool")
                        + " -genkeypair -alias x -keyalg EC -groupname secp256r1 -dname CN=localhost"
                        + " -ext san=dns:localhost -validity 2 -storetype PKCS12 -storepass password"
                        + " -keystore "
                        + store)
                    .split(" ", -1))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keytool.log").toFile())
            .start();
    assertThat(keytool.waitFor()).isZero();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, "password".toCharArray());
    }
    KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
    managers.init(keys, "password".toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  @Test
  void closesACallThatWaits() throws IOException, InterruptedException {
    try (RawServer server = RawServer.start((request, out) -> Thread.sleep(20_000))) {
      BoundedHttp patient = new BoundedHttp(Duration.ofSeconds(60), System::nanoTime);
      Thread caller =
          Thread.ofPlatform()
              .start(() ->
                  assertThat(
                          catchThrowableOfType(
                              HttpFailure.class, () -> patient.get(server.url(), Map.of(), CAP)))
                      .isNotNull());
      while (server.requests().isEmpty()) {
        Thread.sleep(5);
      }
      patient.close();
      assertThat(caller.join(Duration.ofSeconds(2))).isTrue();
    }
  }
}
