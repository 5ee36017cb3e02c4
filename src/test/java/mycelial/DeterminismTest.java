package mycelial;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/**
 * Time and chance are given, never taken, and nothing that decides depends on the order of a hash
 * or on a machine's own arithmetic: the same seed gives the same trades, bit for bit, everywhere.
 */
@NullMarked
final class DeterminismTest {
  /** Packages whose results a run's digest tells. */
  private static final List<String> DECIDE =
      List.of(
          "market",
          "message",
          "feed",
          "analysis",
          "learning",
          "ledger",
          "risk",
          "memory",
          "agent",
          "colony");

  /** The pacer of the colony gets its clock from the commands; these have to do with the wall. */
  private static final List<String> MAY_READ_THE_CLOCK =
      List.of("bus.redis", "feed.kraken", "feed.moat", "storage", "dashboard", "gui", "cli");

  /** Draws the control token of its operators, which decides nothing and must not be guessed. */
  private static final String TOKEN_MAKER = "mycelial.colony.Session";

  /**
   * Ask their hash tables for one key at a time, at every message, and never walk them. The account
   * is added up over its holdings, which are sorted; only their prices are looked up.
   */
  private static final Set<String> LOOKUPS =
      Set.of(
          "mycelial.colony.Postman",
          "mycelial.agent.trader.MarketBoard",
          "mycelial.agent.guardian.AccountMirror");

  /** What the platform may compute differently from one machine to another. */
  private static final Set<String> INEXACT =
      Set.of(
          "exp", "expm1", "log", "log10", "log1p", "pow", "sin", "cos", "tan", "asin", "acos",
          "atan", "atan2", "sinh", "cosh", "tanh", "cbrt", "hypot");

  private static final Set<String> HASHED =
      Set.of(
          "java.util.HashMap",
          "java.util.HashSet",
          "java.util.IdentityHashMap",
          "java.util.WeakHashMap",
          "java.util.concurrent.ConcurrentHashMap");

  private static final Set<String> HASHING_COLLECTORS =
      Set.of(
          "toSet",
          "toUnmodifiableSet",
          "toMap",
          "toUnmodifiableMap",
          "toConcurrentMap",
          "groupingBy",
          "groupingByConcurrent");

  private static boolean decides(JavaClass type) {
    return Program.isIn(Program.packageOf(type), DECIDE);
  }

  private static boolean isA(JavaAccess<?> access, String owner, String name) {
    return access.getTargetOwner().getName().equals(owner) && access.getName().equals(name);
  }

  private static int parameters(JavaAccess<?> access) {
    return access.getTarget() instanceof CodeUnitAccessTarget code
        ? code.getRawParameterTypes().size()
        : 0;
  }

  private static boolean readsTheClock(JavaAccess<?> access) {
    String owner = access.getTargetOwner().getName();
    String name = access.getName();
    return isA(access, "java.lang.System", "currentTimeMillis")
        || isA(access, "java.lang.System", "nanoTime")
        || (owner.startsWith("java.time.") && name.equals("now"))
        || (owner.equals("java.time.Clock")
            && (name.startsWith("system") || name.startsWith("tick")))
        || (owner.equals("java.util.Calendar") && name.equals("getInstance"))
        || (constructs(access, Set.of("java.util.Date")) && parameters(access) == 0);
  }

  private static boolean drawsUnseeded(JavaAccess<?> access) {
    String owner = access.getTargetOwner().getName();
    boolean seedless = parameters(access) == 0;
    return isA(access, "java.lang.Math", "random")
        || isA(access, "java.util.UUID", "randomUUID")
        || owner.equals("java.util.concurrent.ThreadLocalRandom")
        || owner.equals("java.security.SecureRandom")
        || isA(access, "java.util.random.RandomGenerator", "getDefault")
        || isA(access, "java.util.random.RandomGenerator", "of")
        || (isA(access, "java.util.Collections", "shuffle") && parameters(access) == 1)
        || (seedless
            && constructs(access, Set.of("java.util.Random", "java.util.SplittableRandom")));
  }

  private static boolean computesInexactly(JavaAccess<?> access) {
    return access.getTargetOwner().getName().equals("java.lang.Math")
        && INEXACT.contains(access.getName());
  }

  private static boolean ordersByHash(JavaAccess<?> access) {
    String owner = access.getTargetOwner().getName();
    String name = access.getName();
    boolean immutable = owner.equals("java.util.Set") || owner.equals("java.util.Map");
    return constructs(access, HASHED)
        || (immutable && (name.equals("copyOf") || name.equals("ofEntries")))
        || (immutable && name.equals("of") && parameters(access) > 0)
        || (owner.equals("java.util.stream.Collectors")
            && HASHING_COLLECTORS.contains(name)
            && parameters(access) < 3)
        || name.equals("parallelStream")
        || (owner.startsWith("java.util.stream.") && name.equals("parallel"));
  }

  private static boolean constructs(JavaAccess<?> access, Set<String> types) {
    return access.getName().equals(JavaConstructor.CONSTRUCTOR_NAME)
        && types.contains(access.getTargetOwner().getName());
  }

  @Test
  void timeIsGivenNeverTaken() {
    assertThat(
            Program.accesses(
                Program.CLASSES,
                type -> !Program.isIn(Program.packageOf(type), MAY_READ_THE_CLOCK),
                DeterminismTest::readsTheClock))
        .isEmpty();
  }

  @Test
  void whatDecidesDrawsOnlyFromSeededGenerators() {
    assertThat(
            Program.accesses(
                Program.CLASSES,
                type -> decides(type) && !type.getName().equals(TOKEN_MAKER),
                DeterminismTest::drawsUnseeded))
        .isEmpty();
  }

  @Test
  void whatDecidesComputesTheSameOnEveryMachine() {
    assertThat(
            Program.accesses(
                Program.CLASSES, DeterminismTest::decides, DeterminismTest::computesInexactly))
        .isEmpty();
  }

  @Test
  void whatDecidesHasNoOrderOfAHash() {
    assertThat(
            Program.accesses(
                Program.CLASSES,
                type -> decides(type) && !LOOKUPS.contains(type.getName()),
                DeterminismTest::ordersByHash))
        .isEmpty();
  }

  @Test
  void theRulesSeeWhatTheyForbid() {
    JavaClasses offender = new ClassFileImporter().importClasses(Offender.class);
    assertThat(found(offender, DeterminismTest::readsTheClock)).hasSize(3);
    assertThat(found(offender, DeterminismTest::drawsUnseeded)).hasSize(2);
    assertThat(found(offender, DeterminismTest::computesInexactly)).hasSize(1);
    assertThat(found(offender, DeterminismTest::ordersByHash)).hasSize(4);
  }

  private static List<String> found(JavaClasses where, Predicate<JavaAccess<?>> forbidden) {
    return Program.accesses(where, type -> true, forbidden);
  }

  /** Does each kind of what is forbidden, and beside it what is allowed. */
  @SuppressWarnings("unused") // read as byte code, never run
  private static final class Offender {
    private final LongSupplier clock = System::nanoTime;

    double clocks() {
      return clock.getAsLong()
          + System.currentTimeMillis()
          + Instant.EPOCH.toEpochMilli()
          + Instant.now().toEpochMilli();
    }

    int draws(List<String> list) {
      Collections.shuffle(list, new Random(1));
      Collections.shuffle(list);
      return new Random().nextInt();
    }

    double computes(double x) {
      return Math.exp(x) + StrictMath.exp(x) + Math.sqrt(x);
    }

    Set<String> hashes(List<String> list) {
      Set<String> set = new HashSet<>(Set.of());
      set.addAll(Set.of("one"));
      set.addAll(list.stream().collect(Collectors.toSet()));
      set.addAll(new ArrayList<>(list).parallelStream().toList());
      return set;
    }
  }
}
