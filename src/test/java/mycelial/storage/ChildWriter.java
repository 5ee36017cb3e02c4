package mycelial.storage;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import mycelial.market.SignalSource;

/**
 * Stores trade after trade until it is killed. After each flush it appends the number of the last
 * acknowledged trade to a file. Always begins with the first trade, as a resumed session does.
 */
final class ChildWriter {
  private ChildWriter() {}

  /** Takes the data folder and the file of acknowledgements. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    try (Storage storage = Storage.open(folder, Records.session("s"));
        OutputStream acknowledged = new FileOutputStream(arguments[1], true)) {
      for (int number = 1; ; number++) {
        String id = "t-" + number;
        double time = Records.NOON + 100.0 * number;
        storage.opened(Records.position(id, SignalSource.BASELINE, time));
        storage.closed(Records.trade(Records.position(id, SignalSource.BASELINE, time), "45.80"));
        storage.archive(Records.pattern("p-" + number, 2));
        if (number % 7 == 0) {
          storage.flush();
          acknowledged.write((number + "\n").getBytes(StandardCharsets.UTF_8));
        }
      }
    }
  }
}
