package mycelial.gui;

import java.awt.geom.CubicCurve2D;
import sim.util.Double2D;

/**
 * A drawn edge: a curve in the world that leaves its agent and reaches another, or a whole group,
 * by the way that all of the same kind take.
 *
 * @param talk what is said
 * @param from where it begins
 * @param leaving its first control point, common to all that leave the same place
 * @param arriving its second control point, common to all that reach the same place
 * @param to where it ends
 * @param readers how many are reached by it
 */
record Strand(
    Palette.Talk talk,
    Double2D from,
    Double2D leaving,
    Double2D arriving,
    Double2D to,
    int readers) {
  private static final double AWAY = 0.42;
  private static final double LANE = 7;
  private static final double MARGIN = 9;

  /** The common way of a kind: from the middle of a place to what is taken for another's. */
  private record Span(Double2D start, Double2D goal) {}

  /** The edge between two agents. */
  static Strand between(Palette.Talk talk, Node source, Node target) {
    return along(talk, source, target.position(), target.place().centre(), 1);
  }

  /** The edge to a group that stands on a disc: it ends at the disc's rim. */
  static Strand toGroup(Palette.Talk talk, Node source, Place group, int standing, int readers) {
    Double2D centre = group.centre();
    Double2D back = source.place().centre().subtract(centre);
    double distance = Math.max(1, back.length());
    Double2D rim = centre.add(back.multiply((group.reach(standing) + MARGIN) / distance));
    return along(talk, source, rim, rim, readers);
  }

  /** The way between two places, whatever is said there now. */
  static Strand way(Palette.Talk talk, Place source, Place target) {
    Span span = new Span(source.centre(), target.centre());
    return along(talk, span.start(), span, span.goal(), 0);
  }

  private static Strand along(
      Palette.Talk talk, Node source, Double2D to, Double2D goal, int readers) {
    Span span = new Span(source.place().centre(), goal);
    return along(talk, source.position(), span, to, readers);
  }

  /** Different talk between the same places goes in different lanes. */
  private static Strand along(
      Palette.Talk talk, Double2D from, Span span, Double2D to, int readers) {
    Double2D start = span.start();
    Double2D goal = span.goal();
    Double2D way = goal.subtract(start);
    double length = Math.max(1, way.length());
    double lane = LANE * (talk.ordinal() - (Palette.Talk.values().length - 1) / 2.0);
    Double2D aside = new Double2D(-way.y / length * lane, way.x / length * lane);
    Double2D leaving = start.add(way.multiply(AWAY)).add(aside);
    Double2D arriving = goal.subtract(way.multiply(AWAY)).add(aside);
    return new Strand(talk, from, leaving, arriving, to, readers);
  }

  /** The curve where it is drawn, the world's origin being there. */
  CubicCurve2D curve(double originX, double originY, double scale) {
    return new CubicCurve2D.Double(
        originX + from.x * scale,
        originY + from.y * scale,
        originX + leaving.x * scale,
        originY + leaving.y * scale,
        originX + arriving.x * scale,
        originY + arriving.y * scale,
        originX + to.x * scale,
        originY + to.y * scale);
  }
}
