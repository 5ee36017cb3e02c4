package mycelial.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** What was built, and from what. */
final class BuildInfo implements IVersionProvider {
  private static final String FILE = "/mycelial/build.properties";

  @Override
  public String[] getVersion() {
    return new String[] {"mycelial " + id()};
  }

  /** Version of the program. */
  static String id() {
    Properties properties = new Properties();
    try (InputStream in = BuildInfo.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is missing from the program");
      }
      properties.load(in);
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot read " + FILE, failed);
    }
    return properties.getProperty("version");
  }
}
