package mycelial;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The habits that a machine can hold: sizes, documentation, caught exceptions, output. */
@NullMarked
final class SourceStyleTest {
  private static final int FILE_LINES = 400;
  private static final int MEDIAN_FILE_LINES = 90;
  private static final int METHOD_LINES = 50;
  private static final int METHOD_LINES_OF_95_PERCENT = 25;
  private static final int PARAMETERS = 5;

  private static final Pattern UNFINISHED = Pattern.compile("(//|\\*).*\\b(TODO|FIXME|XXX)\\b");

  /**
   * Where a broad catch is right. The first two are the boundaries: an agent's step, which
   * quarantines it, and the subscriber's listener, with which the subscription would end. The third
   * throws on what it caught, having told the thread that waits.
   */
  private static final List<String> BROAD_CATCHES =
      List.of(
          "agent/Agent.java step",
          "bus/redis/Inbound.java received",
          "bus/redis/Round.java accept");

  private static SourceScan scan = SourceScan.EMPTY;

  @BeforeAll
  static void parse() throws IOException {
    scan = SourceScan.of(Program.SOURCES.resolve("mycelial"), Program.sources());
  }

  @Test
  void noFileIsLongAndMostAreShort() throws IOException {
    List<Integer> sizes = new ArrayList<>();
    List<String> tooLong = new ArrayList<>();
    for (Path file : Program.sources()) {
      int lines = Files.readAllLines(file).size();
      sizes.add(lines);
      if (lines > FILE_LINES) {
        tooLong.add(file + ": " + lines + " lines");
      }
    }
    sizes.sort(null);
    assertThat(tooLong).isEmpty();
    assertThat(sizes.get(sizes.size() / 2)).isLessThanOrEqualTo(MEDIAN_FILE_LINES);
  }

  @Test
  void noMethodIsLongAndMostAreShort() {
    assertThat(scan.methods())
        .filteredOn(method -> method.lines() > METHOD_LINES)
        .as("longer than %d lines", METHOD_LINES)
        .isEmpty();
    List<Integer> lengths = scan.methods().stream().map(SourceScan.Method::lines).sorted().toList();
    assertThat(lengths).hasSizeGreaterThan(1000);
    assertThat(lengths.get(lengths.size() * 95 / 100))
        .isLessThanOrEqualTo(METHOD_LINES_OF_95_PERCENT);
  }

  @Test
  void noMethodTakesManyParameters() {
    assertThat(scan.methods())
        .filteredOn(method -> !method.constructsRecord() && method.parameters() > PARAMETERS)
        .as("more than %d parameters", PARAMETERS)
        .isEmpty();
  }

  @Test
  void everyPublicTypeSaysWhatItIs() {
    assertThat(scan.publicTypes()).isGreaterThan(100);
    assertThat(scan.undocumentedTypes()).isEmpty();
  }

  @Test
  void onlyTheBoundariesCatchBroadly() {
    assertThat(scan.broadCatches()).containsExactlyInAnyOrderElementsOf(BROAD_CATCHES);
  }

  @Test
  void nothingIsLeftUnfinished() throws IOException {
    List<String> unfinished = new ArrayList<>();
    for (Path file : Program.sources()) {
      Files.readAllLines(file).stream()
          .filter(line -> UNFINISHED.matcher(line).find())
          .forEach(line -> unfinished.add(file + ": " + line.strip()));
    }
    assertThat(unfinished).isEmpty();
  }

  @Test
  void everyPackageIsNullMarkedAndSaysItsPurpose() throws IOException {
    TreeSet<Path> folders = new TreeSet<>();
    Program.sources().forEach(file -> folders.add(file.resolveSibling("package-info.java")));
    for (Path info : folders) {
      assertThat(info).content().startsWith("/**").contains("@NullMarked");
    }
  }

  @Test
  void nobodyPrintsOutsideTheCommands() {
    assertThat(
            Program.accesses(
                Program.CLASSES,
                type -> !Program.isIn(Program.packageOf(type), List.of("cli")),
                SourceStyleTest::prints))
        .isEmpty();
  }

  @Test
  void nobodySleeps() {
    assertThat(Program.accesses(Program.CLASSES, type -> true, SourceStyleTest::sleeps)).isEmpty();
  }

  private static boolean prints(JavaAccess<?> access) {
    String owner = access.getTargetOwner().getName();
    return (owner.equals("java.lang.System")
            && (access.getName().equals("out") || access.getName().equals("err")))
        || (access.getName().equals("printStackTrace")
            && access.getTargetOwner().isAssignableTo(Throwable.class));
  }

  private static boolean sleeps(JavaAccess<?> access) {
    JavaClass owner = access.getTargetOwner();
    return owner.isAssignableTo(Thread.class) && access.getName().equals("sleep");
  }
}
