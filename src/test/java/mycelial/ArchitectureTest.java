package mycelial;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Which package may know which: the layers of the house. */
@NullMarked
final class ArchitectureTest {
  /** Anything of the program. */
  private static final String ALL = "*";

  /** What every agent may know, beside what its role needs. */
  private static final String AGENT = "agent bus message market config metrics ";

  /** Endpoints that move money. */
  private static final Pattern ORDERS =
      Pattern.compile("AddOrder|EditOrder|AmendOrder|CancelOrder|Withdraw|WalletTransfer");

  private static final Map<String, String> LAYERS = new TreeMap<>();

  static {
    LAYERS.put("market", "");
    LAYERS.put("message", "market");
    LAYERS.put("config", "market");
    // Whoever is measured counts for itself.
    LAYERS.put("bus", "message market metrics");
    LAYERS.put("bus.redis", "bus message market metrics");
    LAYERS.put("feed", "market");
    // HTTP calls with bounds, for every connector that makes some.
    LAYERS.put("feed.http", "");
    LAYERS.put("feed.kraken", "feed market feed.http");
    LAYERS.put("feed.moat", "feed market feed.http");
    LAYERS.put("feed.replay", "feed market");
    LAYERS.put("feed.synthetic", "feed market");
    LAYERS.put("analysis", "market");
    LAYERS.put("ledger", "market");
    // A virtual trade is closed by the very functions that close the ledgers' positions.
    LAYERS.put("learning", "market analysis ledger");
    LAYERS.put("risk", "market ledger learning");
    LAYERS.put("memory", "market");
    LAYERS.put("storage", "market message ledger learning memory metrics");
    LAYERS.put("metrics", "");
    LAYERS.put("agent", AGENT);
    LAYERS.put("agent.miner", AGENT + "feed analysis");
    LAYERS.put("agent.learner", AGENT + "learning analysis");
    LAYERS.put("agent.analyst", AGENT + "analysis");
    LAYERS.put("agent.explorer", AGENT + "analysis");
    LAYERS.put("agent.council", AGENT + "learning analysis");
    LAYERS.put("agent.trader", AGENT + "ledger");
    LAYERS.put("agent.guardian", AGENT + "risk ledger");
    LAYERS.put("agent.builder", AGENT);
    LAYERS.put("agent.keeper", AGENT + "memory");
    LAYERS.put(
        "colony",
        AGENT
            + "bus.redis feed feed.kraken feed.moat feed.replay feed.synthetic analysis learning"
            + " ledger risk memory storage agent.miner agent.learner agent.analyst agent.explorer"
            + " agent.council agent.trader agent.guardian agent.builder agent.keeper");
    LAYERS.put("report", "market analysis ledger storage");
    // On what terms a session traded its configuration says; what its rules were, the saved swarm.
    LAYERS.put("report.explain", "config market learning ledger storage");
    LAYERS.put("dashboard", "market bus bus.redis message metrics storage report");
    LAYERS.put("gui", AGENT + "colony");
    // The commands put the parts together: they choose the feed and show what any layer counted.
    LAYERS.put("cli", ALL);
  }

  /** The beginning of a third party's names, and the packages that may know them. */
  private static final Map<String, List<String>> THIRD_PARTIES = new TreeMap<>();

  static {
    THIRD_PARTIES.put("redis.clients.", List.of("bus.redis"));
    THIRD_PARTIES.put("redis.embedded.", List.of("bus.redis"));
    THIRD_PARTIES.put("io.prometheus.", List.of("metrics"));
    THIRD_PARTIES.put("com.sun.net.httpserver.", List.of("metrics"));
    THIRD_PARTIES.put("java.sql.", List.of("storage"));
    THIRD_PARTIES.put("org.sqlite.", List.of("storage"));
    THIRD_PARTIES.put("org.ta4j.", List.of("analysis"));
    THIRD_PARTIES.put("org.knowm.", List.of("feed.kraken"));
    THIRD_PARTIES.put(
        "com.fasterxml.jackson.",
        List.of("bus", "feed", "storage", "config", "report", "dashboard", "cli"));
    THIRD_PARTIES.put("picocli.", List.of("cli"));
    THIRD_PARTIES.put("me.tongfei.", List.of("cli"));
    THIRD_PARTIES.put("org.jline.", List.of("cli"));
    THIRD_PARTIES.put("org.yaml.snakeyaml.", List.of("config"));
    THIRD_PARTIES.put("io.github.cdimascio.", List.of("config"));
    THIRD_PARTIES.put("sim.", List.of("agent", "colony", "gui"));
    THIRD_PARTIES.put("sim.display.", List.of("gui"));
    THIRD_PARTIES.put("sim.portrayal.", List.of("gui"));
    THIRD_PARTIES.put("sim.util.media.", List.of("gui"));
    THIRD_PARTIES.put("org.jfree.", List.of("gui"));
    THIRD_PARTIES.put("javax.swing.", List.of("gui"));
    THIRD_PARTIES.put("java.awt.", List.of("gui"));
    THIRD_PARTIES.put("ch.qos.logback.", List.of("cli"));
  }

  /** Dependencies that a rule forbids, one line each. */
  private static List<String> dependencies(BiPredicate<String, JavaClass> forbidden) {
    return Program.CLASSES.stream()
        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
        .filter(known -> forbidden.test(Program.packageOf(known.getOriginClass()), target(known)))
        .map(Dependency::getDescription)
        .sorted()
        .toList();
  }

  private static JavaClass target(Dependency known) {
    return known.getTargetClass().getBaseComponentType();
  }

  private static boolean isOurs(JavaClass type) {
    return type.getPackageName().startsWith("mycelial.");
  }

  private static boolean mayKnow(String from, String to) {
    String allowed = LAYERS.getOrDefault(from, "");
    return from.equals(to)
        || allowed.equals(ALL)
        || Arrays.asList(allowed.split(" ", -1)).contains(to);
  }

  @Test
  void theProgramIsSeen() {
    assertThat(Program.CLASSES.size()).isGreaterThan(300);
  }

  @Test
  void everyPackageHasItsRowInTheTable() {
    TreeSet<String> packages = new TreeSet<>();
    Program.CLASSES.forEach(type -> packages.add(Program.packageOf(type)));
    assertThat(LAYERS.keySet()).containsAll(packages);
  }

  @Test
  void everyPackageKnowsOnlyThoseBelowIt() {
    assertThat(
            dependencies((from, type) -> isOurs(type) && !mayKnow(from, Program.packageOf(type))))
        .isEmpty();
  }

  @Test
  void thereIsNoCycleBetweenPackages() {
    slices().matching("mycelial.(**)").should().beFreeOfCycles().check(Program.CLASSES);
  }

  @Test
  void noRoleKnowsAnother() {
    assertThat(
            dependencies((from, type) ->
                from.startsWith("agent.")
                    && Program.packageOf(type).startsWith("agent.")
                    && !from.equals(Program.packageOf(type))))
        .isEmpty();
  }

  @Test
  void aThirdPartyIsKnownToItsAdapterOnly() {
    assertThat(
            dependencies((from, type) ->
                THIRD_PARTIES.entrySet().stream()
                    .anyMatch(party ->
                        type.getName().startsWith(party.getKey())
                            && !Program.isIn(from, party.getValue()))))
        .isEmpty();
  }

  @Test
  void onlyTheOrderValidatorNamesTheEndpointOfOrders() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : Program.sources()) {
      String source = Files.readString(file);
      if (ORDERS.matcher(source).find()) {
        found.add(String.valueOf(file.getFileName()));
      }
    }
    assertThat(found).containsExactly("KrakenOrderValidator.java");
  }

  @Test
  void nothingOfXChangeThatCouldTradeIsKnown() {
    assertThat(
            dependencies((from, type) ->
                type.getName().startsWith("org.knowm.")
                    && !type.getName().startsWith("org.knowm.xchange.kraken.dto.marketdata.")))
        .isEmpty();
    assertThat(dependencies((from, type) -> type.getName().startsWith("org.knowm.xchange.")))
        .isNotEmpty();
  }

  @Test
  void theRulesSeeWhatTheyForbid() {
    assertThat(mayKnow("ledger", "learning")).isFalse();
    assertThat(mayKnow("agent", "agent.trader")).isFalse();
    assertThat(mayKnow("agent.trader", "agent.learner")).isFalse();
    assertThat(
            dependencies((from, type) ->
                from.equals("learning") && Program.packageOf(type).equals("ledger")))
        .isNotEmpty();
    for (String party : List.of("redis.clients.", "org.sqlite.", "org.ta4j.", "sim.engine.")) {
      assertThat(dependencies((from, type) -> type.getName().startsWith(party)))
          .as(party)
          .isNotEmpty();
    }
  }
}
