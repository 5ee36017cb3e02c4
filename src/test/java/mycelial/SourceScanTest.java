package mycelial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mycelial.SourceScan.Method;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NullMarked
final class SourceScanTest {
  private static final String SOURCE =
      """
      package some;
      public class Sample {
        /** Said, but not of the type. */
        @Deprecated
        int many(int a, int b, int c, int d, int e, int f) {
          try {
            return a;
          } catch (IllegalStateException | RuntimeException broad) {
            return b;
          }
        }
        void narrow() {
          try {
            many(1, 2, 3, 4, 5, 6);
          } catch (IllegalStateException narrow) {
            return;
          }
        }
        /** A record. */
        public record Wide(int a, int b, int c, int d, int e, int f) {
          Wide(int a) {
            this(a, 0, 0, 0, 0, 0);
          }
        }
      }
      """;

  @TempDir Path folder;

  @Test
  void seesSizesCommentsAndCatches() throws IOException {
    Path file = folder.resolve("Sample.java");
    Files.writeString(file, SOURCE);
    SourceScan scan = SourceScan.of(folder, List.of(file));
    assertThat(scan.methods())
        .containsExactly(
            new Method("Sample.java many", 8, 6, false),
            new Method("Sample.java narrow", 7, 0, false),
            new Method("Sample.java <init>", 3, 1, true));
    assertThat(scan.publicTypes()).isEqualTo(2);
    assertThat(scan.undocumentedTypes()).containsExactly("Sample.java Sample");
    assertThat(scan.broadCatches()).containsExactly("Sample.java many");
  }
}
