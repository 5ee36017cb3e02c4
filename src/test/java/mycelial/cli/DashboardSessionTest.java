package mycelial.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mycelial.dashboard.Browser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The dashboard of sessions as the commands show it. */
class DashboardSessionTest {
  private static final Pattern SHOWN =
      Pattern.compile("dashboard of (\\S+): (\\S+)\\s+token for its commands: ([0-9a-f]{32})");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path data = Path.of("");

  private List<String> run(String... more) {
    List<String> arguments = Cli.small("run", "--feed", "sample", "--hours", "24");
    arguments.addAll(List.of("--warm-up-hours", "0", "--data-dir", data.toString()));
    arguments.addAll(List.of(more));
    return arguments;
  }

  private static Matcher shown(ChildProgram program) {
    await().atMost(PATIENCE).until(() -> SHOWN.matcher(program.err()).find());
    Matcher found = SHOWN.matcher(program.err());
    assertThat(found.find()).isTrue();
    return found;
  }

  private static void send(Browser browser, String command, String token) {
    browser.run(
        "document.querySelector('#control').open || document.querySelector('#open-control').click()");
    browser.find("#control [value=" + command + "]").click();
    browser.type("#token", token);
    browser.type("#reason", "a test");
    browser.find("#send").click();
    browser.find("#confirm-yes").click();
  }

  private static double equity(Browser browser) {
    String text = browser.text("[data-stream=baseline] .big b").replace(",", "");
    return text.matches("[0-9.]+") ? Double.parseDouble(text) : 0;
  }

  @Test
  void showsARunningSessionAndHaltsIt() throws Exception {
    try (ChildProgram program = new ChildProgram(data, run("--speed", "1800", "--dashboard=0"))) {
      Matcher address = shown(program);
      try (Browser browser = Browser.open(address.group(2), data.resolve("profile"))) {
        seesFiguresMove(browser, address.group(1));
        filtersAndExports(browser);
        opensAnExplanation(browser);
        halts(browser, address.group(3));
        goesOn(browser, address.group(3));

        assertThat(browser.foreignRequests()).isEmpty();
        assertThat(browser.requests()).isPositive();
        assertThat(browser.complaints())
            .filteredOn(each -> !each.contains("/api/command"))
            .isEmpty();
        endsAtOnce(browser, address.group(3));
      }
      assertThat(program.exitCode()).isEqualTo(ExitCode.FINE);
      assertThat(program.out()).contains("emergency shutdown: dashboard: a test");
    }
  }

  private static void seesFiguresMove(Browser browser, String session) {
    browser.awaitText("#session-line", session);
    browser.awaitText("#state", "RUNNING");
    browser.awaitText("#provenance", "SYNTHETIC");
    await().atMost(PATIENCE).until(() -> equity(browser) > 0);
    double first = equity(browser);
    await().atMost(PATIENCE).until(() -> equity(browser) != first);
    String clock = browser.text("#clock");
    await().atMost(PATIENCE).until(() -> !browser.text("#clock").equals(clock));
  }

  private static void filtersAndExports(Browser browser) {
    browser.run("document.querySelector('#trades-panel').scrollIntoView()");
    browser.awaitTrue("return document.querySelectorAll('#trades tbody tr').length >= 2");
    browser.run(
        "const s = document.querySelector('#trade-filters [name=result]'); s.value = 'LOSS';"
            + " s.dispatchEvent(new Event('change'))");
    browser.awaitTrue(
        "return document.querySelector('#csv').getAttribute('href').includes('result=LOSS')");
    browser.awaitTrue(
        "const rows = [...document.querySelectorAll('#trades tbody tr')];"
            + " return rows.length > 0 && rows.every(row => row.cells[8].textContent.startsWith('−'))");
    String csv =
        String.valueOf(
            browser.later(
                "const done = arguments[0];"
                    + " fetch(document.querySelector('#csv').href).then(r => r.text()).then(done)"));
    assertThat(csv).startsWith("trade_id,stream,pair,side,");
    assertThat(csv.lines().skip(1)).isNotEmpty().allMatch(line -> line.contains(",LOSS,-"));
  }

  private static void opensAnExplanation(Browser browser) {
    browser.click("#trades button.link");
    browser.awaitTrue("return document.querySelector('#why').open");
    browser.awaitTrue("return document.querySelectorAll('#why .tree b').length > 5");
    assertThat(browser.text("#why-body")).contains("stored P&L").contains("recomputed");
    browser.find("#why [data-close]").click();
  }

  private static void halts(Browser browser, String token) {
    send(browser, "HALT", "");
    browser.awaitText("#control-result", "Refused: the token is missing");
    send(browser, "HALT", "0".repeat(32));
    browser.awaitText("#control-result", "Refused: the token is wrong");
    assertThat(browser.text("#log")).doesNotContain("a test");
    send(browser, "HALT", token);
    browser.awaitText("#control-result", "has acknowledged HALT");
    browser.awaitText("#state", "HALTED");
    browser.find("#control [data-close]").click();
    browser.run("document.querySelector('#log-panel').scrollIntoView()");
    browser.awaitText("#log", "dashboard: a test");
  }

  private static void goesOn(Browser browser, String token) {
    send(browser, "RESUME", token);
    browser.awaitText("#control-result", "has acknowledged RESUME");
    browser.awaitText("#state", "RUNNING");
  }

  private static void endsAtOnce(Browser browser, String token) {
    send(browser, "EMERGENCY_SHUTDOWN", token);
    browser.awaitText("#control-result", "has acknowledged EMERGENCY_SHUTDOWN");
  }

  @Test
  void showsAnEndedSessionInAProcessOfItsOwn() throws Exception {
    Cli.Outcome ended = Cli.run(java.util.Map.of(), run("--speed", "max", "--json"));
    List<String> arguments = new ArrayList<>(List.of("dashboard", "--port", "0", "--data-dir"));
    arguments.add(data.toString());
    try (ChildProgram program = new ChildProgram(data, arguments)) {
      Matcher address = shown(program);
      try (Browser browser = Browser.open(address.group(2), data.resolve("profile"))) {
        browser.awaitText("#state", "COMPLETED");

        assertThat(address.group(1)).isEqualTo(ended.json().at("/session").asText());
        double equity = ended.json().at("/streams/baseline/equity").asDouble();
        assertThat(equity(browser)).isCloseTo(equity, org.assertj.core.data.Offset.offset(0.006));
        browser.press("?");
        browser.awaitTrue("return document.querySelector('#help').open");
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.foreignRequests()).isEmpty();
      }
    }
  }

  @Test
  void row71LosesNoSessionToAPortThatIsTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Cli.Outcome outcome =
          Cli.run(java.util.Map.of(), run("--speed", "max", "--dashboard=" + taken.getLocalPort()));

      assertThat(outcome.code()).isEqualTo(ExitCode.SERVICE);
      assertThat(outcome.err())
          .contains("port " + taken.getLocalPort() + " on 127.0.0.1 cannot be had")
          .contains("choose another");
      assertThat(Files.exists(data.resolve("trades.db"))).isFalse();
    }
  }

  @Test
  void saysWhichSessionThereIsNot() {
    Cli.Outcome outcome = Cli.run("dashboard", "--session", "nope", "--data-dir", data.toString());

    assertThat(outcome.code()).isEqualTo(ExitCode.USAGE);
    assertThat(outcome.err()).contains("no session nope below").contains("mycelial sessions");
  }
}
