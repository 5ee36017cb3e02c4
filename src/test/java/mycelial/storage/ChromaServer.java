package mycelial.storage;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A real ChromaDB server of the machine: {@code chroma} of the PATH or of mycelial.chroma. */
final class ChromaServer implements AutoCloseable {
  private final Process process;
  private final String url;

  private ChromaServer(Process process, String url) {
    this.process = process;
    this.url = url;
  }

  /** Where its program is, if there is one. */
  static Optional<Path> program() {
    Stream<Path> onPath =
        Stream.of(System.getenv("PATH").split(":", -1)).map(folder -> Path.of(folder, "chroma"));
    Stream<Path> named = Stream.ofNullable(System.getProperty("mycelial.chroma")).map(Path::of);
    return Stream.concat(named, onPath).filter(Files::isExecutable).findFirst();
  }

  static ChromaServer start(Path program, Path folder) throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Process process =
        new ProcessBuilder(
                program.toString(), "run", "--path", folder.toString(), "--port", "" + port)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("chroma.log").toFile())
            .start();
    ChromaServer server = new ChromaServer(process, "http://localhost:" + port);
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> new ChromaMirror(server.url).probe().state() == MirrorReport.State.MIRRORED);
    return server;
  }

  String url() {
    return url;
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> !process.isAlive());
  }
}
