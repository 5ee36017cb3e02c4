package mycelial.dashboard;

import io.javalin.http.Context;
import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the page asks for. Each call is made by the thread of its request. */
final class Api {
  private static final String JSON = "application/json; charset=utf-8";
  private static final byte[] HEARTBEAT = ": still here\n\n".getBytes(StandardCharsets.UTF_8);
  private static final int LONGEST_PAGE = 200;
  private static final int LONGEST_VALUE = 100;

  private final Hub hub;
  private final Archive archive;
  private final CommandDesk commands;
  private final Explainer explainer;
  private final long heartbeatMillis;

  Api(Hub hub, Archive archive, CommandDesk commands, Explainer explainer, long patienceMillis) {
    this.hub = hub;
    this.archive = archive;
    this.commands = commands;
    this.explainer = explainer;
    this.heartbeatMillis = patienceMillis * 2 / 5;
  }

  /** Sends updates as server-sent events until the page is closed or stops reading. */
  void stream(Context context) {
    Client client =
        hub.join()
            .orElseThrow(() ->
                new Refusal(
                    503, "too many pages are open at once (" + Hub.MOST_CLIENTS + "); close one"));
    try {
      context.res().setContentType("text/event-stream; charset=utf-8");
      feed(client, context.res().getOutputStream());
    } catch (IOException gone) {
      // The page was closed or reads nothing: it is dropped, and may come again.
      client.close();
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    } finally {
      hub.leave(client);
    }
  }

  private void feed(Client client, ServletOutputStream out)
      throws IOException, InterruptedException {
    while (!client.isClosed()) {
      byte @Nullable [] frame = client.next(heartbeatMillis);
      out.write(frame == null ? HEARTBEAT : frame);
      out.flush();
    }
  }

  void trades(Context context) {
    int limit = Math.clamp((long) number(context, "limit", 50), 1, LONGEST_PAGE);
    int offset = Math.max(0, (int) number(context, "offset", 0));
    answer(context, Json.text(archive.trades(filter(context), offset, limit)));
  }

  void csv(Context context) {
    context.header("Content-Disposition", "attachment; filename=\"trades.csv\"");
    context.contentType("text/csv; charset=utf-8").result(archive.csv(filter(context)));
  }

  void pair(Context context) {
    answer(context, Json.text(archive.pair(required(context, "pair"))));
  }

  void explain(Context context) {
    String trade = context.queryParam("trade");
    Explainer.Question question =
        trade == null
            ? new Explainer.Question(
                null, required(context, "pair"), number(context, "time", Double.NaN))
            : new Explainer.Question(required(context, "trade"), null, Double.NaN);
    try {
      answer(context, explainer.explain(question));
    } catch (IllegalArgumentException unknown) {
      throw new Refusal(404, String.valueOf(unknown.getMessage()));
    }
  }

  void command(Context context) {
    answer(context, Json.text(commands.send(Json.parse(context.body()))));
  }

  private static void answer(Context context, String json) {
    context.contentType(JSON).result(json);
  }

  private static TradeFilter filter(Context context) {
    Map<String, String> wanted = new TreeMap<>();
    TradeFilter.COLUMNS.forEach((parameter, column) -> {
      String value = context.queryParam(parameter);
      if (value != null && !value.isEmpty()) {
        wanted.put(column, value);
      }
    });
    return new TradeFilter(wanted);
  }

  private static String required(Context context, String parameter) {
    String value = context.queryParam(parameter);
    if (value == null || value.isBlank() || value.length() > LONGEST_VALUE) {
      throw new Refusal(400, "the parameter " + parameter + " is missing or too long");
    }
    return value;
  }

  private static double number(Context context, String parameter, double otherwise) {
    String value = context.queryParam(parameter);
    if (value == null) {
      return otherwise;
    }
    if (!value.matches("[0-9]{1,12}(\\.[0-9]{1,9})?")) {
      throw new Refusal(400, "the parameter " + parameter + " is no number");
    }
    return Double.parseDouble(value);
  }
}
