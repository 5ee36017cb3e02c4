package mycelial.storage;

import java.sql.SQLException;
import java.util.Arrays;
import mycelial.market.SignalSource;

/** Streams by the label that the databases use. */
final class Streams {
  private Streams() {}

  static SignalSource ofLabel(String label) throws SQLException {
    return Arrays.stream(SignalSource.values())
        .filter(stream -> stream.label().equals(label))
        .findFirst()
        .orElseThrow(() -> new SQLException("no stream is called '" + label + "'"));
  }
}
