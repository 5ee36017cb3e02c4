package mycelial.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import mycelial.market.Bar;
import mycelial.market.Interval;
import mycelial.market.MarketUpdate;
import mycelial.market.Moat;
import mycelial.market.MoatProvenance;
import mycelial.market.MoatSignal;
import mycelial.market.MoatTarget;
import mycelial.market.Pair;
import mycelial.market.Quote;

/**
 * Arrivals as JSON, for journals: numbers to the bit, one object a line. Its only member says what
 * it is, for example {@code {"market":{"pair":"SOLUSD","quote":[1736000000.25,101.5]}}}.
 */
public final class ArrivalJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private ArrivalJson() {}

  /** What {@link #read} reads. */
  public static String write(Arrival arrival) {
    ObjectNode json = NODES.objectNode();
    switch (arrival) {
      case Arrival.Market market -> json.set("market", market(market.update()));
      case Arrival.Signal signal -> json.set("signal", signal(signal.signal()));
      case Arrival.MoatChange change ->
          json.set(
              "moat",
              target(NODES.objectNode(), change.target())
                  .put("provenance", change.provenance().name())
                  .put("reason", change.reason()));
      case Arrival.Access access -> json.set("access", access(access));
    }
    return json.toString();
  }

  private static ObjectNode market(MarketUpdate update) {
    ObjectNode json = NODES.objectNode().put("pair", update.pair().name());
    Bar bar = update.closed();
    if (bar != null) {
      json.putArray("bar")
          .add(bar.start())
          .add(bar.interval().minutes())
          .add(bar.open())
          .add(bar.high())
          .add(bar.low())
          .add(bar.close())
          .add(bar.volume())
          .add(bar.trades())
          .add(bar.kind().name());
    }
    Quote quote = update.quote();
    if (quote != null) {
      json.putArray("quote").add(quote.time()).add(quote.mid());
    }
    if (update.gap()) {
      json.put("gap", true);
    }
    return json;
  }

  private static ObjectNode signal(MoatSignal signal) {
    return target(NODES.objectNode(), signal.target())
        .put("field", signal.field())
        .put("value", signal.value())
        .put("event", signal.eventTime())
        .put("seen", signal.seenTime());
  }

  private static ObjectNode target(ObjectNode json, MoatTarget target) {
    return json.put("moat", target.moat().name()).put("name", target.name());
  }

  private static ObjectNode access(Arrival.Access access) {
    Pair pair = access.pair();
    return NODES
        .objectNode()
        .put("cause", access.cause())
        .put("pair", pair == null ? null : pair.name())
        .put("entries", access.entries())
        .put("reason", access.reason());
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws BadDataException when it is something else
   */
  public static Arrival read(String text) {
    try {
      var members = MAPPER.readTree(text).properties();
      if (members.size() != 1) {
        throw new IllegalArgumentException("expected one member, not " + members.size());
      }
      var member = members.iterator().next();
      JsonNode json = member.getValue();
      return switch (member.getKey()) {
        case "market" -> new Arrival.Market(readMarket(json));
        case "signal" -> new Arrival.Signal(readSignal(json));
        case "moat" ->
            new Arrival.MoatChange(
                readTarget(json),
                MoatProvenance.valueOf(json.required("provenance").asText()),
                json.required("reason").asText());
        case "access" -> readAccess(json);
        default -> throw new IllegalArgumentException("'" + member.getKey() + "' is no arrival");
      };
    } catch (JsonProcessingException | IllegalArgumentException unreadable) {
      throw new BadDataException("not an arrival: " + text + " (" + unreadable.getMessage() + ")");
    }
  }

  private static MarketUpdate readMarket(JsonNode json) {
    JsonNode quote = json.get("quote");
    return new MarketUpdate(
        new Pair(json.required("pair").asText()),
        json.has("bar") ? readBar(json.get("bar")) : null,
        quote == null
            ? null
            : new Quote(quote.required(0).doubleValue(), quote.required(1).doubleValue()),
        json.path("gap").booleanValue());
  }

  private static Bar readBar(JsonNode bar) {
    return new Bar(
        bar.required(0).longValue(),
        Interval.ofMinutes(bar.required(1).intValue()),
        bar.required(2).doubleValue(),
        bar.required(3).doubleValue(),
        bar.required(4).doubleValue(),
        bar.required(5).doubleValue(),
        bar.required(6).doubleValue(),
        bar.required(7).intValue(),
        Bar.Kind.valueOf(bar.required(8).asText()));
  }

  private static MoatSignal readSignal(JsonNode json) {
    return new MoatSignal(
        readTarget(json),
        json.required("field").asText(),
        json.required("value").doubleValue(),
        json.required("event").longValue(),
        json.required("seen").longValue());
  }

  private static MoatTarget readTarget(JsonNode json) {
    return new MoatTarget(
        Moat.valueOf(json.required("moat").asText()), json.required("name").asText());
  }

  private static Arrival readAccess(JsonNode json) {
    JsonNode pair = json.required("pair");
    return new Arrival.Access(
        json.required("cause").asText(),
        pair.isNull() ? null : new Pair(pair.asText()),
        json.required("entries").booleanValue(),
        json.required("reason").asText());
  }
}
