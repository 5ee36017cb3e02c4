package mycelial;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import mycelial.market.Pair;
import org.jspecify.annotations.NullMarked;

/** The program as the tests of the house's rules see it: compiled classes and sources. */
@NullMarked
final class Program {
  static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS)
          .importPackages("mycelial");

  /** Where surefire and an editor run tests: the project's folder. */
  static final Path SOURCES = Path.of("src", "main", "java");

  private Program() {}

  /** Name of a class's package below the root package, such as {@code bus.redis}. */
  static String packageOf(JavaClass type) {
    return type.getPackageName().replaceFirst("^mycelial\\.?", "");
  }

  /** Whether a package is one of the named ones or below one of them. */
  static boolean isIn(String packageName, List<String> packages) {
    return packages.stream()
        .anyMatch(name -> packageName.equals(name) || packageName.startsWith(name + "."));
  }

  /** Calls, references and field accesses of those classes that are forbidden, one line each. */
  static List<String> accesses(
      JavaClasses classes, Predicate<JavaClass> where, Predicate<JavaAccess<?>> forbidden) {
    return classes.stream()
        .filter(where)
        .flatMap(type -> type.getAccessesFromSelf().stream())
        .filter(forbidden)
        .map(JavaAccess::getDescription)
        .sorted()
        .toList();
  }

  /** All source files, in the order of their paths. */
  static List<Path> sources() throws IOException {
    return files(SOURCES, ".java");
  }

  /** All compiled classes of the program itself. */
  static List<Path> classFiles() throws IOException, URISyntaxException {
    Path root = Path.of(Pair.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    return files(root, ".class");
  }

  private static List<Path> files(Path root, String suffix) throws IOException {
    try (Stream<Path> walk = Files.walk(root)) {
      return walk.filter(path -> path.toString().endsWith(suffix)).sorted().toList();
    }
  }
}
