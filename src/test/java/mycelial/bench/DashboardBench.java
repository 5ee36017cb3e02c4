package mycelial.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What open pages cost a session, and what a session costs a page. */
@Command(
    name = "scripts/dashboard-bench",
    description = "Measures sessions without and with open pages, and the frames of a page.",
    mixinStandardHelpOptions = true)
public final class DashboardBench implements Callable<Integer> {
  private static final Pattern URL = Pattern.compile("dashboard of \\S+: (http://\\S+/)");
  private static final double MOST = 1.10;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @Option(names = "--project", hidden = true)
  Path project = Path.of("");

  @Option(names = "--jar", hidden = true)
  Path jar = Path.of("");

  @Option(names = "--flags", hidden = true)
  String flags = "";

  @Option(names = "--runs", description = "Sessions of each kind (default: ${DEFAULT-VALUE}).")
  int runs = 7;

  @Option(names = "--pages", description = "Pages that are open (default: ${DEFAULT-VALUE}).")
  int pages = 50;

  @Option(names = "--hours", description = "Hours a session trades (default: ${DEFAULT-VALUE}).")
  int hours = 12;

  @Option(names = "--frames-only", description = "Measure the frames of a page alone.")
  boolean framesOnly;

  @Option(names = "--no-frames", description = "Do not start a browser.")
  boolean noFrames;

  private final Set<String> digests = new HashSet<>();

  /** Runs the measurements; for {@code scripts/dashboard-bench}. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new DashboardBench()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    Path data = Files.createTempDirectory("dashboard-bench");
    try {
      boolean fine = framesOnly || sessions(data);
      if (!noFrames) {
        frames(data);
      }
      return fine ? 0 : 1;
    } finally {
      delete(data);
    }
  }

  private boolean sessions(Path data) throws Exception {
    session(data, 0); // makes the sample market, which later sessions find
    List<Double> ratios = new ArrayList<>();
    List<Double> alone = new ArrayList<>();
    List<Double> watched = new ArrayList<>();
    for (int run = 0; run < runs; run++) {
      boolean first = run % 2 == 0;
      double one = session(data, first ? 0 : pages);
      double other = session(data, first ? pages : 0);
      alone.add(first ? one : other);
      watched.add(first ? other : one);
      ratios.add(watched.getLast() / alone.getLast());
      print(
          String.format(
              Locale.ROOT,
              "run %d: %.2f s alone, %.2f s with %d pages, ratio %.3f",
              run + 1,
              alone.getLast(),
              watched.getLast(),
              pages,
              ratios.getLast()));
    }
    double ratio = median(ratios);
    print(
        String.format(
            Locale.ROOT,
            "median: %.2f s alone, %.2f s with %d pages, ratio %.3f (at most %.2f); %s",
            median(alone),
            median(watched),
            pages,
            ratio,
            MOST,
            digests.size() == 1 ? "one digest" : "DIGESTS DIFFER"));
    return ratio <= MOST && digests.size() == 1;
  }

  private Process start(Path data, Path out, Path err) throws IOException {
    List<String> command =
        new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java")));
    command.addAll(Stream.of(flags.split(" ")).filter(flag -> !flag.isBlank()).toList());
    command.add("-Dmycelial.home=" + project);
    command.addAll(List.of("-jar", jar.toString(), "run", "--feed", "sample", "--speed", "max"));
    command.addAll(List.of("--hours", String.valueOf(hours), "--warm-up-hours", "12"));
    command.addAll(List.of("--swarm", "none", "--json", "--dashboard=0"));
    command.addAll(List.of("--data-dir", data.toString()));
    return new ProcessBuilder(command)
        .redirectOutput(out.toFile())
        .redirectError(err.toFile())
        .start();
  }

  /** Seconds that a session takes while so many pages are open. */
  private double session(Path data, int open) throws Exception {
    Path out = data.resolve("out");
    Path err = data.resolve("err");
    Process session = start(data, out, err);
    List<Socket> sockets = new ArrayList<>();
    try {
      URI url = address(session, err);
      for (int i = 0; i < open; i++) {
        sockets.add(page(url));
      }
      if (session.waitFor() != 0) {
        throw new IllegalStateException("a session failed: " + Files.readString(err));
      }
    } finally {
      session.destroyForcibly();
      for (Socket socket : sockets) {
        socket.close();
      }
    }
    JsonNode result = MAPPER.readTree(out.toFile());
    digests.add(result.path("digest").asText());
    forget(data);
    return result.path("wallSeconds").asDouble();
  }

  private static URI address(Process session, Path err) throws Exception {
    Matcher found = URL.matcher(Files.readString(err));
    while (!found.find()) {
      if (!session.isAlive()) {
        throw new IllegalStateException("a session failed: " + Files.readString(err));
      }
      Thread.sleep(20);
      found = URL.matcher(Files.readString(err));
    }
    return URI.create(found.group(1));
  }

  /** A page that reads what it is sent. */
  private static Socket page(URI url) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), url.getPort());
    socket
        .getOutputStream()
        .write(
            "GET /api/stream HTTP/1.1\r\nHost: localhost\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII));
    Thread.ofVirtual()
        .start(() -> {
          try (InputStream in = socket.getInputStream()) {
            in.skipNBytes(Long.MAX_VALUE);
          } catch (IOException end) {
            Thread.currentThread().interrupt();
          }
        });
    return socket;
  }

  private void frames(Path data) throws Exception {
    Process session = start(data, data.resolve("out"), data.resolve("err"));
    try (ChromiumProbe page =
        ChromiumProbe.open(
            address(session, data.resolve("err")).toString(), data.resolve("profile"))) {
      while (session.isAlive()) {
        Thread.sleep(1000);
        page.look();
      }
      print("page: " + page.summary());
    } finally {
      session.destroyForcibly();
    }
  }

  /** Each session begins with databases that are empty. */
  private static void forget(Path data) throws IOException {
    for (String name : List.of("sessions", "swarm", "trades.db", "mycelial_patterns.db")) {
      try (Stream<Path> files = Files.list(data)) {
        for (Path file :
            files.filter(each -> String.valueOf(each.getFileName()).startsWith(name)).toList()) {
          delete(file);
        }
      }
    }
  }

  private static void delete(Path path) throws IOException {
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }

  private static void print(String text) {
    System.out.println(text);
  }
}
