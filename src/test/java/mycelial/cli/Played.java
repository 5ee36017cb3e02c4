package mycelial.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import mycelial.storage.StoredStatus;
import mycelial.storage.TradeQueries;

/**
 * A short session of a small colony that has been played to its end.
 *
 * @param result the object that it printed
 * @param stored the last status that it wrote
 */
record Played(JsonNode result, StoredStatus stored) {
  /** Three hours of generated candles, in a data folder. */
  static Played threeHours(Path data) {
    Path day = Cli.day(data.resolve("day"));
    List<String> arguments =
        Cli.small(
            "run",
            "--feed",
            day.toString(),
            "--hours",
            "3",
            "--warm-up-hours",
            "0",
            "--speed",
            "max");
    arguments.addAll(List.of("--json", "--data-dir", data.toString()));
    JsonNode result = Output.read(Cli.run(Map.of(), arguments).out());
    try (TradeQueries queries = TradeQueries.open(data)) {
      return new Played(result, queries.status(result.at("/session").asText()).orElseThrow());
    }
  }
}
