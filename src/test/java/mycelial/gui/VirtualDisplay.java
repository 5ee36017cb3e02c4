package mycelial.gui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullMarked;

/** An X server without a screen, for one test class. */
@NullMarked
final class VirtualDisplay implements AutoCloseable {
  private static final Path PROGRAM = Path.of("/usr/bin/Xvfb");
  private static final long PATIENCE_SECONDS = 30;

  private final Process server;
  private final String name;

  private VirtualDisplay(Process server, String name) {
    this.server = server;
    this.name = name;
  }

  static boolean isInstalled() {
    return Files.isExecutable(PROGRAM);
  }

  /** Starts it on a free display number. */
  static VirtualDisplay start() throws IOException, InterruptedException {
    Process server =
        new ProcessBuilder(
                PROGRAM.toString(),
                "-displayfd",
                "1",
                "-screen",
                "0",
                "1600x1200x24",
                "-nolisten",
                "tcp")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String number = server.inputReader().readLine();
    if (number == null) {
      server.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
      throw new IOException("Xvfb did not start");
    }
    return new VirtualDisplay(server, ":" + number.strip());
  }

  /** What DISPLAY is to be. */
  String name() {
    return name;
  }

  @Override
  public void close() {
    server.destroy();
  }
}
