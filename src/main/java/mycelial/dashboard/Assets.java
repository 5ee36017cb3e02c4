package mycelial.dashboard;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The files of the page: these and no others, read from the program once. Immutable. */
final class Assets {
  private static final String FOLDER = "/mycelial/dashboard/";
  private static final String SCRIPT = "text/javascript; charset=utf-8";
  private static final List<String> SCRIPTS =
      List.of(
          "app",
          "dom",
          "format",
          "store",
          "canvas",
          "curves",
          "candles",
          "timeline",
          "state",
          "swarm",
          "moats",
          "board",
          "trades",
          "recalls",
          "why",
          "control",
          "keys");

  /** A file of the page. */
  static final class Asset {
    private final String type;
    private final byte[] content;

    private Asset(String type, byte[] content) {
      this.type = type;
      this.content = content;
    }

    /** Its media type. */
    String type() {
      return type;
    }

    /** Its bytes, not to be changed. */
    byte[] content() {
      return content;
    }
  }

  private final Map<String, Asset> files = new TreeMap<>();

  Assets() {
    add("/", "index.html", "text/html; charset=utf-8");
    add("/app.css", "app.css", "text/css; charset=utf-8");
    add("/icon.svg", "icon.svg", "image/svg+xml");
    SCRIPTS.forEach(name -> add("/js/" + name + ".js", "js/" + name + ".js", SCRIPT));
  }

  private void add(String path, String resource, String type) {
    try (InputStream in = Assets.class.getResourceAsStream(FOLDER + resource)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its file " + FOLDER + resource);
      }
      files.put(path, new Asset(type, in.readAllBytes()));
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot read " + FOLDER + resource, broken);
    }
  }

  /** The paths that are served. */
  List<String> paths() {
    return List.copyOf(files.keySet());
  }

  Optional<Asset> find(String path) {
    return Optional.ofNullable(files.get(path));
  }
}
