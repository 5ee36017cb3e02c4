package mycelial.stub;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.net.StandardSocketOptions;
import java.nio.channels.NetworkChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;

/** Gives the wrong answers. Safe for use by several threads. */
final class HttpFaults implements AutoCloseable {
  private static final String HTML =
      "<!DOCTYPE html><html><head><title>Web server is returning an unknown error</title></head>"
          + "<body><h1>Error</h1><p>Ray ID: 8f1c2d3e4f5a6b7c</p></body></html>";
  private static final String BEGINNING =
      "{\"error\":[],\"result\":{\"XXBTZUSD\":[[1772474400,\"93500.1\",\"93511.0\",\"9349";
  private static final int HUGE = 80 * 1024 * 1024;
  private static final int CHUNK = 64 * 1024;
  private static final int LONGEST_MILLIS = 120_000;
  private static final int LORIS_MILLIS = 200;

  private final StubState state;
  private final CountDownLatch closing = new CountDownLatch(1);

  HttpFaults(StubState state) {
    this.state = state;
  }

  /** Answers wrongly, if a fault is due for this request, and then nobody else answers it. */
  void strike(Context context) {
    String query = context.queryString();
    String name = context.path() + (query == null ? "" : "?" + query);
    double time = state.now();
    state
        .faults()
        .strikes(StubFault.Place.HTTP, time, name)
        .ifPresent(fault -> answer(fault.kind(), context));
    if (context.path().startsWith("/0/")) {
      state
          .faults()
          .strikes(StubFault.Place.KRAKEN, time, name)
          .ifPresent(fault -> {
            throw new Refusal(fault.kind().words());
          });
    }
  }

  private void answer(StubFault.Kind kind, Context context) {
    context.skipRemainingHandlers();
    switch (kind) {
      case HTTP_500 -> context.status(500).result("Internal Server Error");
      case HTML_502 -> context.status(502).html(HTML);
      case HTTP_520 -> context.status(520).html(HTML);
      case HTTP_429 -> context.status(429).header("Retry-After", "30").html(HTML);
      case HTTP_403 -> context.status(403).html(HTML);
      case REDIRECT_LOOP -> context.status(302).header("Location", context.fullUrl());
      case HTML_200 -> context.html(HTML);
      case EMPTY_200 -> context.result("");
      case EMPTY_OBJECT -> json(context, "{}");
      case EMPTY_RESULT -> json(context, "{\"error\":[],\"result\":{}}");
      case NULL_RESULT -> json(context, "{\"error\":[],\"result\":null}");
      case CUT_JSON -> json(context, BEGINNING);
      default -> breakOff(kind, context);
    }
  }

  private static void json(Context context, String body) {
    context.contentType("application/json").result(body);
  }

  /** What cannot be done with an orderly answer. */
  private void breakOff(StubFault.Kind kind, Context context) {
    EndPoint wire =
        ServletContextRequest.getServletContextRequest(context.req())
            .getConnectionMetaData()
            .getConnection()
            .getEndPoint();
    try {
      switch (kind) {
        case HANG -> pause(LONGEST_MILLIS);
        case SLOW_LORIS -> drip(context);
        case TRUNCATED -> write(context, BEGINNING, 10_000);
        case HUGE_BODY -> flood(context);
        default -> reset(wire);
      }
    } catch (IOException e) {
      // The client has given up, as it should.
      wire.close(e);
    }
    wire.close();
  }

  private boolean pause(int millis) {
    try {
      return closing.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private static void write(Context context, String text, int length) throws IOException {
    context.res().setContentType("application/json");
    context.res().setContentLength(length);
    OutputStream out = context.res().getOutputStream();
    out.write(text.getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  private void drip(Context context) throws IOException {
    write(context, "{", LONGEST_MILLIS);
    OutputStream out = context.res().getOutputStream();
    for (int i = 0; i < LONGEST_MILLIS / LORIS_MILLIS && !pause(LORIS_MILLIS); i++) {
      out.write(' ');
      out.flush();
    }
  }

  private static void flood(Context context) throws IOException {
    byte[] chunk = " ".repeat(CHUNK).getBytes(StandardCharsets.US_ASCII);
    write(context, "{", HUGE);
    OutputStream out = context.res().getOutputStream();
    for (int sent = CHUNK; sent < HUGE; sent += CHUNK) {
      out.write(chunk);
    }
    out.flush();
  }

  private static void reset(EndPoint wire) throws IOException {
    if (wire.getTransport() instanceof NetworkChannel channel) {
      channel.setOption(StandardSocketOptions.SO_LINGER, 0);
      channel.close();
    }
  }

  @Override
  public void close() {
    closing.countDown();
  }
}
