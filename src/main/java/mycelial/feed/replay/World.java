package mycelial.feed.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mycelial.feed.BadDataException;
import mycelial.market.Provenance;

/**
 * What an optional {@code world.json} beside the candles says of their origin; candles without it
 * count as real.
 *
 * @param provenance whether they were traded or generated
 * @param description what they are, in words
 */
record World(Provenance provenance, List<String> description) {
  private static final String FILE = "world.json";

  /**
   * @throws BadDataException when there is such a file and it says neither
   */
  static World in(Path folder) {
    Path file = folder.resolve(FILE);
    if (!Files.exists(file)) {
      return new World(Provenance.REAL, List.of());
    }
    try {
      return of(new ObjectMapper().readTree(file.toFile()));
    } catch (IOException e) {
      BadDataException error =
          new BadDataException(FILE + ": is not readable JSON; write it again or remove it");
      error.initCause(e);
      throw error;
    }
  }

  private static World of(JsonNode root) {
    String provenance = root.path("provenance").asText();
    if (!provenance.equals("SYNTHETIC")) {
      throw new BadDataException(
          FILE
              + ": provenance is '"
              + provenance
              + "', expected SYNTHETIC (real data has no such file)");
    }
    List<String> lines = new ArrayList<>();
    for (JsonNode line : root.path("description")) {
      lines.add(line.asText());
    }
    return new World(Provenance.SYNTHETIC, List.copyOf(lines));
  }
}
