package mycelial.gui;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mycelial.agent.Agent;

/**
 * The edges that the last messages light: what is said to many of a group goes to the group as one
 * strand, and those of it who take it in are marked; several messages of a kind between the same
 * two are one strand, as bright as the newest.
 */
final class Bundle {
  /** As many readers of a group as get a strand each. */
  static final int FEW = 3;

  /** What is marked at a reader. */
  record Mark(Node reader, Palette.Talk talk) {}

  private final Map<Strand, Double> strands = new LinkedHashMap<>();
  private final Map<Mark, Double> marks = new LinkedHashMap<>();

  /** Gathers what is remembered of the traffic. */
  static Bundle of(Traffic traffic, ColonyMap map) {
    Bundle bundle = new Bundle();
    traffic.forEach(flash -> bundle.add(flash, traffic.brightness(flash), map));
    return bundle;
  }

  private void add(Traffic.Flash flash, double brightness, ColonyMap map) {
    Node source = map.node(flash.source());
    if (source == null) {
      return;
    }
    Palette.Talk talk = Palette.Talk.on(flash.topic());
    Map<Place, List<Node>> readers = new EnumMap<>(Place.class);
    for (Agent reader : flash.readers()) {
      Node target = map.node(reader.identity().id());
      if (target != null) {
        readers.computeIfAbsent(target.place(), place -> new ArrayList<>()).add(target);
      }
    }
    readers.forEach((place, targets) -> {
      if (place.isDisc() && targets.size() > FEW) {
        int standing = map.counts().getOrDefault(place, targets.size());
        lit(Strand.toGroup(talk, source, place, standing, targets.size()), brightness);
        targets.forEach(reader -> marks.merge(new Mark(reader, talk), brightness, Math::max));
      } else {
        targets.forEach(reader -> lit(Strand.between(talk, source, reader), brightness));
      }
    });
  }

  private void lit(Strand strand, double brightness) {
    strands.merge(strand, brightness, Math::max);
  }

  /** The edges with how bright each is, 0 to 1. */
  Map<Strand, Double> strands() {
    return strands;
  }

  /** Who of a group takes something in, with how bright that is, 0 to 1. */
  Map<Mark, Double> marks() {
    return marks;
  }
}
