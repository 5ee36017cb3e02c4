package mycelial.config;

import org.yaml.snakeyaml.nodes.Node;

/**
 * A value as somebody wrote it.
 *
 * @param layer who
 * @param place the file's, variable's or option's name
 * @param node the value
 */
record Raw(Layer layer, String place, Node node) {
  /** Who may set a value, the weakest first. */
  enum Layer {
    FILE,
    ENVIRONMENT,
    OPTION
  }

  /** What {@link Entry#origin()} shows. */
  String origin() {
    return switch (layer) {
      case FILE -> at(node).where();
      case ENVIRONMENT -> "environment variable " + place;
      case OPTION -> "option " + place;
    };
  }

  /** Where a part of this value stands. */
  Place at(Node part) {
    return switch (layer) {
      case FILE -> Place.inFile(place, part);
      case ENVIRONMENT, OPTION -> new Place(layer, 0, place);
    };
  }

  /**
   * A place that messages name; they are listed in this order.
   *
   * @param layer who wrote there
   * @param line line in the file from 1, or 0
   * @param where its text
   */
  record Place(Layer layer, int line, String where) {
    static Place inFile(String file, Node node) {
      int line = node.getStartMark().getLine() + 1;
      return new Place(Layer.FILE, line, file + ":" + line);
    }
  }
}
