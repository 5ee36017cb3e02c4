package mycelial.stub;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a test in another process may ask of the stub itself, under {@code /stub}: the exact time,
 * the orders placed, the faults, and further ones. No fault but an outage strikes here.
 */
final class ControlApi {
  static final String PATH = "/stub";

  private final StubState state;
  private final Orders orders;

  ControlApi(StubState state, Orders orders) {
    this.state = state;
    this.orders = orders;
  }

  void register(RoutesConfig routes) {
    routes.get(PATH + "/time", context -> context.result(String.valueOf(state.now())));
    routes.get(PATH + "/orders", this::orders);
    routes.get(PATH + "/faults", this::faults);
    routes.post(PATH + "/fail", this::fail);
    routes.post(
        PATH + "/heal",
        context -> {
          state.faults().end(state.now());
          faults(context);
        });
  }

  private void orders(Context context) {
    ArrayNode list = Json.array();
    orders.all().forEach(list::add);
    context.contentType("application/json").result(list.toString());
  }

  private void faults(Context context) {
    ArrayNode list = Json.array();
    for (StubFault fault : state.faults().faults()) {
      ObjectNode row = list.addObject().put("kind", fault.kind().label());
      row.put("from", fault.from()).put("until", String.valueOf(fault.until()));
      row.put("target", fault.target()).put("rate", fault.rate());
    }
    context.contentType("application/json").result(list.toString());
  }

  /** {@code kind=http-500&target=/0/public&seconds=60}, in the query. */
  private void fail(Context context) {
    double now = state.now();
    String kind = text(context.queryParam("kind")).toUpperCase(Locale.ROOT).replace('-', '_');
    try {
      double seconds = Double.parseDouble(text(context.queryParam("seconds")));
      String target = text(context.queryParam("target"));
      StubFault.Kind wanted = StubFault.Kind.valueOf(kind);
      state.faults().add(new StubFault(wanted, now, now + seconds, target, 1));
      faults(context);
    } catch (IllegalArgumentException e) {
      context.status(400).result("expected kind, target and seconds: " + e.getMessage());
    }
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
