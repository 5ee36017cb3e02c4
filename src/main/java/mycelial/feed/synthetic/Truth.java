package mycelial.feed.synthetic;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import mycelial.market.Provenance;

/** The truth file of a market: what it is, what is planted in it, and where. */
final class Truth {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Truth() {}

  /** The file's text, with line feeds on every system. */
  static String json(WorldSpec spec, World world) throws JsonProcessingException {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("provenance", Provenance.SYNTHETIC.name());
    root.put("world", spec.kind().label());
    root.put("seed", spec.seed());
    root.put("start", spec.start());
    root.put("days", spec.days());
    root.put("interval", spec.interval().minutes());
    ArrayNode description = root.putArray("description");
    new SyntheticFeed(spec).description().forEach(description::add);
    ArrayNode effects = root.putArray("effects");
    world.effects().forEach(effect -> addEffect(effects.addObject(), effect.truth(spec)));
    addEpisodes(root.putArray("episodes"), world.truth(Outcome.DRIFT));
    addEpisodes(root.putArray("decoys"), world.truth(Outcome.NOTHING));
    if (spec.kind() == WorldKind.REGIMES) {
      addRegimes(root.putObject("regimes"), spec, world);
    }
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
    return MAPPER.writer(printer).writeValueAsString(root) + "\n";
  }

  private static void addEffect(ObjectNode node, PlantedEffect effect) {
    node.put("effect", effect.effect());
    node.put("pair", effect.pair().name());
    node.put("family", effect.family());
    node.put("side", effect.side().name());
    node.put("horizonMinutes", effect.horizonMinutes());
    node.put("driftFraction", effect.driftFraction());
    node.put("precursor", effect.precursor());
    node.put("activeFrom", effect.activeFrom());
    node.put("activeTo", effect.activeTo());
  }

  private static void addEpisodes(ArrayNode array, List<Episode> episodes) {
    for (Episode episode : episodes) {
      array
          .addObject()
          .put("effect", episode.effect())
          .put("pair", episode.pair().name())
          .put("precursorStart", episode.precursorStart())
          .put("driftStart", episode.driftStart())
          .put("driftEnd", episode.driftEnd());
    }
  }

  private static void addRegimes(ObjectNode node, WorldSpec spec, World world) {
    node.put("halfTime", spec.dayStart(spec.halfTimeDay()));
    ArrayNode levels = node.putArray("volatility");
    for (int day = 0; day < spec.days(); day++) {
      levels.addObject().put("from", spec.dayStart(day)).put("factor", world.volatilityLevel(day));
    }
  }
}
