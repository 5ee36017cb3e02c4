package mycelial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataCommandTest {
  private static final String GOOD = "1620000000,10,11,9,10,5,1\n";

  @TempDir Path folder = Path.of("");

  @ParameterizedTest
  @ValueSource(strings = {"sample", "noise", "planted", "regimes", "fading", "cross-moat", "trap"})
  void everyWorldIsWrittenAndCanBeRead(String world) {
    String out = folder.resolve(world).toString();

    Cli.Outcome made =
        Cli.run(
            "data",
            "generate",
            "--world",
            world,
            "--days",
            "2",
            "--seed",
            "5",
            "--interval",
            "15",
            "--out",
            out,
            "--json");
    JsonNode read = Cli.run("data", "check", out, "--json").json();

    assertThat(made.code()).isZero();
    assertThat(made.json().at("/provenance").asText()).isEqualTo("synthetic");
    assertThat(made.json().at("/seed").asLong()).isEqualTo(5);
    assertThat(made.json().at("/description/0").asText()).contains("SYNTHETIC");
    assertThat(read.at("/fine").asBoolean()).isTrue();
    assertThat(read.at("/provenance").asText()).isEqualTo("synthetic");
    assertThat(read.at("/files")).hasSize(18);
    assertThat(read.at("/files/0/rows").asInt()).isEqualTo(2 * 96);
    assertThat(read.at("/files/0/intervalMinutes").asInt()).isEqualTo(15);
  }

  @ParameterizedTest
  @CsvSource({
    "'',                                      1:1",
    "'time,open,high,low,close,volume,count', 1:1",
    "'1620000060,10,9,11,10,5,1',             2:",
    "'1620000060,10,11,0,10,5,1',             2:",
    "'1620000060,10,11,-9,10,5,1',            2:",
    "'1620000060,10,NaN,9,10,5,1',            2:",
    "'1620000060,10,eleven,9,10,5,1',         2:",
    "'1619999940,10,11,9,10,5,1',             2:",
    "'1620000000,10,12,9,10,5,1',             2:",
    "'1620000060,10,11',                      2:"
  })
  void aBadFileIsRefusedWithItsPlaceAndTradesNothing(String bad, String place) throws IOException {
    boolean second = place.startsWith("2");
    String text = second ? GOOD + bad + "\n" + "1620000120,10,11,9,10,5,1\n" : bad;
    Files.writeString(Files.createDirectory(folder.resolve("in")).resolve("XBTUSD_1.csv"), text);
    String in = folder.resolve("in").toString();
    Path data = folder.resolve("data");

    Cli.Outcome checked = Cli.run("data", "check", in);
    Cli.Outcome played = Cli.run("replay", in, "--json", "--data-dir", data.toString());

    assertThat(checked.code()).isEqualTo(ExitCode.BAD_DATA);
    assertThat(played.code()).isEqualTo(ExitCode.BAD_DATA);
    assertThat(played.out()).isEmpty();
    assertThat(played.errorLines())
        .isNotEmpty()
        .allMatch(line -> line.matches("(.*/)?XBTUSD_1\\.csv:\\d+:\\d+: .+"))
        .anyMatch(line -> line.contains("XBTUSD_1.csv:" + place));
    assertThat(played.err()).isEqualTo(checked.err());
    assertThat(data).doesNotExist();
  }

  @Test
  void everyBadFileOfAFolderIsReported() throws IOException {
    for (String name : new String[] {"XBTUSD_1.csv", "ETHUSD_1.csv"}) {
      Files.writeString(folder.resolve(name), GOOD + "nonsense\n" + GOOD);
    }

    Cli.Outcome outcome = Cli.run("replay", folder.toString(), "--data-dir", folder + "/data");

    assertThat(outcome.code()).isEqualTo(ExitCode.BAD_DATA);
    assertThat(outcome.err()).contains("XBTUSD_1.csv:2:").contains("ETHUSD_1.csv:2:");
  }

  @ParameterizedTest
  @ValueSource(strings = {"empty", "missing", "file"})
  void aFolderWithoutCandlesIsRefusedInOneSentence(String kind) throws IOException {
    Path in = folder.resolve(kind);
    switch (kind) {
      case "empty" -> Files.createDirectory(in);
      case "file" -> Files.writeString(in, GOOD);
      default -> assertThat(in).doesNotExist();
    }

    for (String[] command : new String[][] {{"replay", in + ""}, {"run", "--feed", in + ""}}) {
      Cli.Outcome outcome = Cli.run(command);

      assertThat(outcome.code()).isEqualTo(ExitCode.BAD_DATA);
      assertThat(outcome.errorLines()).singleElement().asString().contains(kind);
      assertThat(outcome.out()).isEmpty();
    }
  }

  @Test
  void aWindowWithoutBarsIsRefused() {
    Path day = Cli.day(folder.resolve("day"));

    Cli.Outcome outcome = Cli.run("replay", day.toString(), "--from", "2035-01-01");

    assertThat(outcome.code()).isEqualTo(ExitCode.BAD_DATA);
    assertThat(outcome.errorLines()).singleElement().asString().contains("2035-01-01");
  }

  @Test
  void driftsAreAsStrongAsAskedFor() {
    Path out = folder.resolve("weak");

    Cli.Outcome made =
        Cli.run(
            "data",
            "generate",
            "--world",
            "planted",
            "--days",
            "1",
            "--costs-multiple",
            "1.5..2.5",
            "--out",
            out.toString(),
            "--json");
    Cli.Outcome refused =
        Cli.run(
            "data",
            "generate",
            "--world",
            "planted",
            "--costs-multiple",
            "4..3",
            "--out",
            out + "2");

    assertThat(made.code()).isZero();
    for (int i = 1; i <= 6; i++) {
      String line = made.json().at("/description/" + i).asText();
      double drift = Double.parseDouble(line.replaceAll(".*; drift ([-+0-9.]+) %.*", "$1"));
      assertThat(Math.abs(drift)).isBetween(1.5 * 1.04, 2.5 * 1.1);
    }
    assertThat(refused.code()).isEqualTo(ExitCode.USAGE);
    assertThat(refused.err()).contains("cost multiple 4.0..3.0");
  }

  @Test
  void aTargetThatIsInTheWayIsNotOverwritten() throws IOException {
    Path mine = Files.writeString(folder.resolve("mine"), "precious");

    Cli.Outcome outcome = Cli.run("data", "generate", "--days", "1", "--out", mine.toString());

    assertThat(outcome.code()).isEqualTo(ExitCode.USAGE);
    assertThat(outcome.err()).contains(mine + " is a file");
    try (Stream<Path> all = Files.list(folder)) {
      assertThat(all).containsExactly(mine);
    }
    assertThat(mine).hasContent("precious");
  }

  @Test
  void candlesThatAreNotGoodEnoughAreRefusedBeforeAnythingIsPlayed() throws IOException {
    Path candles = Files.createDirectory(folder.resolve("candles"));
    Files.writeString(candles.resolve("XBTUSD_5.csv"), GOOD + "1620090000,10,11,9,10,5,1\n");
    String data = folder.resolve("data").toString();

    Cli.Outcome refused =
        Cli.run("replay", candles.toString(), "--min-grade", "B", "--data-dir", data);
    Cli.Outcome checked = Cli.run("data", "check", candles.toString(), "--json");

    assertThat(refused.code()).isEqualTo(ExitCode.BAD_DATA);
    assertThat(refused.errorLines())
        .singleElement()
        .asString()
        .contains("grade D", "XBTUSD_5.csv", "nothing traded for 24.9 hours", "--min-grade B");
    assertThat(Path.of(data)).doesNotExist();
    assertThat(checked.code()).isZero();
    assertThat(checked.json().at("/grade").asText()).isEqualTo("D");
    assertThat(checked.json().at("/files/0/passport/lostBars").asLong()).isEqualTo(287);
  }

  @Test
  void aReplaySaysInOneLineWhatItsCandlesAreWorth() {
    Path day = Cli.day(folder.resolve("day"));
    String data = folder.resolve("data").toString();

    Cli.Outcome played =
        Cli.run(
            Map.of(),
            Cli.small(
                "replay",
                day.toString(),
                "--to",
                "2025-01-01T01:00:00Z",
                "--json",
                "--min-grade",
                "A",
                "--data-dir",
                data));

    assertThat(played.code()).as(played.err()).isZero();
    assertThat(played.err()).containsOnlyOnce("data passport: grade A (18 file(s), 100.00 %");
  }

  private Path zip(String entry, String rows) throws IOException {
    Path archive = folder.resolve("Kraken_OHLCVT.zip");
    try (var zip = new ZipOutputStream(Files.newOutputStream(archive))) {
      zip.putNextEntry(new ZipEntry(entry));
      zip.write(rows.getBytes(StandardCharsets.US_ASCII));
    }
    return archive;
  }

  @Test
  void anArchiveIsImportedOnceAndAgreesWithItself() throws IOException {
    String archive = zip("some/XBTUSD_5.csv", GOOD).toString();
    String out = folder.resolve("out").toString();

    Cli.Outcome first = Cli.run("data", "import", archive, "--out", out, "--json");
    Cli.Outcome again = Cli.run("data", "import", archive, "--out", out);

    assertThat(first.code()).as(first.err()).isZero();
    assertThat(first.json().at("/archives/0/files/0/added").asLong()).isEqualTo(1);
    assertThat(again.code()).isZero();
    assertThat(again.out()).containsPattern("XBTUSD_5.csv +0 rows added, 1 were there already");
    assertThat(Cli.run("data", "check", out).out()).contains("grade A");
  }

  @Test
  void anImportThatContradictsTheFolderIsBadDataUnlessItIsSaidWhichCounts() throws IOException {
    Path out = Files.createDirectory(folder.resolve("out"));
    Path there = Files.writeString(out.resolve("XBTUSD_5.csv"), GOOD);
    String archive = zip("XBTUSD_5.csv", GOOD.replace(",5,1", ",6,1")).toString();

    Cli.Outcome refused = Cli.run("data", "import", archive, "--out", out.toString());
    assertThat(refused.code()).isEqualTo(ExitCode.BAD_DATA);
    assertThat(refused.errorLines()).singleElement().asString().contains("volume 5.0 and 6.0");
    assertThat(there).hasContent(GOOD.strip());

    Cli.Outcome replaced =
        Cli.run("data", "import", archive, "--out", out.toString(), "--overlap", "replace");
    assertThat(replaced.code()).isZero();
    assertThat(there).content().contains(",6,1");
  }
}
