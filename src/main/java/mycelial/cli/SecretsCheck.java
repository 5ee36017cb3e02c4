package mycelial.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Whether a file of secrets is on its way into version control. */
final class SecretsCheck {
  private static final long PATIENCE_SECONDS = 5;

  private SecretsCheck() {}

  /**
   * Whether git tracks the file. False when there is no such file, no repository or no git: then
   * nothing can be committed from here.
   */
  static boolean isTrackedByGit(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (!Files.exists(file) || folder == null) {
      return false;
    }
    List<String> command =
        List.of(
            "git",
            "-C",
            folder.toString(),
            "ls-files",
            "--error-unmatch",
            String.valueOf(file.getFileName()));
    try {
      Process git =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!git.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        git.destroyForcibly();
        return false;
      }
      return git.exitValue() == 0;
    } catch (IOException notInstalled) {
      return false;
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
