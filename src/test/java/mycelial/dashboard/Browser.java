package mycelial.dashboard;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Chromium with nobody in front of it, and with what it complained of and asked for. */
public final class Browser implements AutoCloseable {
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private final ChromeDriver driver;
  private final String origin;
  private final List<String> requests = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();

  private Browser(ChromeDriver driver, String url) {
    this.driver = driver;
    this.origin = url;
    driver.get(url);
  }

  /** Opens a page; the test is skipped, saying so, where there is no browser to drive. */
  public static Browser open(String url, Path profile) {
    Assumptions.assumeTrue(
        Files.exists(DRIVER) && Files.exists(CHROMIUM),
        "no chromium and chromedriver here: the page is not tried in a browser");
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM.toFile());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--window-size=1400,1000",
        "--user-data-dir=" + profile);
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(DRIVER.toFile())
            .usingAnyFreePort()
            .withLogFile(new File(profile + ".log"))
            .build();
    return new Browser(new ChromeDriver(service, options), url);
  }

  public WebElement find(String css) {
    return driver.findElement(By.cssSelector(css));
  }

  /** The text of an element, whether or not it is in sight. */
  public String text(String css) {
    return String.valueOf(
        run("return document.querySelector(arguments[0])?.textContent ?? ''", css));
  }

  public long count(String css) {
    return ((Number) run("return document.querySelectorAll(arguments[0]).length", css)).longValue();
  }

  public Object run(String script, Object... arguments) {
    Object answer = driver.executeScript(script, arguments);
    return answer == null ? "" : answer;
  }

  /** The result of a script that calls its last argument when it is done. */
  public Object later(String script, Object... arguments) {
    Object answer = driver.executeAsyncScript(script, arguments);
    return answer == null ? "" : answer;
  }

  /** Brings an element into sight and clicks it. */
  public void click(String css) {
    run("document.querySelector(arguments[0]).scrollIntoView({block: 'center'})", css);
    find(css).click();
  }

  public void type(String css, String text) {
    find(css).clear();
    find(css).sendKeys(text);
  }

  public void press(CharSequence key) {
    driver.findElement(By.tagName("body")).sendKeys(Keys.chord(key));
  }

  /** Waits until an element's text contains another. */
  public void awaitText(String css, String part) {
    await().atMost(PATIENCE).until(() -> text(css).contains(part));
  }

  /** Waits until a script says yes. */
  public void awaitTrue(String script, Object... arguments) {
    await().atMost(PATIENCE).until(() -> Boolean.TRUE.equals(run(script, arguments)));
  }

  /** What it asked of others than the server of the page; its own first tab is part of itself. */
  public List<String> foreignRequests() {
    listen();
    return requests.stream()
        .filter(url ->
            !url.startsWith(origin) && !url.startsWith("chrome:") && !url.startsWith("data:"))
        .toList();
  }

  /** How many requests the page has made. */
  public int requests() {
    listen();
    return requests.size();
  }

  /** Warnings and errors of its console. */
  public List<String> complaints() {
    listen();
    return List.copyOf(complaints);
  }

  private void listen() {
    for (LogEntry entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
      JsonNode message = Json.parse(entry.getMessage()).path("message");
      if (message.path("method").asText().equals("Network.requestWillBeSent")) {
        requests.add(message.at("/params/request/url").asText());
      }
    }
    for (LogEntry entry : driver.manage().logs().get(LogType.BROWSER)) {
      if (entry.getLevel().intValue() >= Level.WARNING.intValue()) {
        complaints.add(entry.getMessage());
      }
    }
  }

  /** A picture of what is in sight. */
  public void picture(Path file) {
    try {
      Files.write(file, driver.getScreenshotAs(org.openqa.selenium.OutputType.BYTES));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public void close() {
    driver.quit();
  }
}
