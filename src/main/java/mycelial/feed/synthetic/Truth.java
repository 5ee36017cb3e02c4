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
    for (Effect effect : world.effects()) {
      ObjectNode node = effects.addObject();
      addEffect(node, effect.truth(spec));
      if (spec.kind() != WorldKind.SAMPLE) { // whose file is the same for everybody, and stays it
        addGrammar(node, effect.truth(spec));
      }
    }
    addEpisodes(root.putArray("episodes"), world.truth(Outcome.DRIFT));
    addEpisodes(root.putArray("decoys"), world.truth(Outcome.NOTHING));
    switch (spec.kind()) {
      case REGIMES -> addRegimes(root.putObject("regimes"), spec, world);
      case FADING -> root.put("halfTime", spec.dayStart(spec.halfTimeDay()));
      case TRAP -> addTraps(root, spec, world);
      default -> {} // nothing changes in it
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

  private static void addGrammar(ObjectNode node, PlantedEffect effect) {
    node.put("insideGrammar", effect.insideGrammar());
    if (!effect.channel().isEmpty()) {
      node.put("channel", effect.channel());
    }
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

  private static void addTraps(ObjectNode root, WorldSpec spec, World world) {
    addEpisodes(root.putArray("reversals"), world.truth(Outcome.REVERSAL));
    ArrayNode regimes = root.putArray("badRegimes");
    for (Effect effect : world.effects()) {
      if (effect.course().trap()) {
        for (BadRegimes.Stretch stretch : world.regimes(effect).stretches()) {
          regimes
              .addObject()
              .put("effect", effect.number())
              .put("pair", effect.pair().name())
              .put("from", spec.start() + 60L * stretch.from())
              .put("to", StrictMath.min(spec.end(), spec.start() + 60L * stretch.to()))
              .put("volatility", BadRegimes.VOLATILITY);
        }
      }
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
