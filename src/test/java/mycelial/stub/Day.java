package mycelial.stub;

import java.util.List;

/** What happens in each second of the exchange. Used by one thread. */
final class Day {
  private static final long HEARTBEAT_NANOS = 50_000_000;
  private static final List<String> GARBAGE =
      List.of(
          "not json",
          "{\"channel\":",
          "[]",
          "null",
          "{\"channel\":\"ohlc\",\"type\":\"update\",\"data\":[{\"symbol\":\"BTC/USD\"}]}",
          "{\"channel\":\"ticker\",\"type\":\"update\",\"data\":[{\"symbol\":\"BTC/USD\","
              + "\"bid\":\"NaN\",\"ask\":-1}]}",
          "{\"channel\":\"ohlc\",\"type\":\"update\",\"data\":[{\"symbol\":\"FOO/USD\",\"open\":1,"
              + "\"high\":1,\"low\":1,\"close\":1,\"trades\":1,\"volume\":1,\"vwap\":1,"
              + "\"interval_begin\":\"yesterday\",\"interval\":1}]}");

  private final StubState state;
  private final WsHub hub;
  private final Logs logs;
  private final Door door;
  private String status;
  private long heartbeat;

  Day(StubState state, WsHub hub, Logs logs, Door door) {
    this.state = state;
    this.hub = hub;
    this.logs = logs;
    this.door = door;
    this.status = state.faults().status(state.now());
    this.heartbeat = state.options().nanoTime().getAsLong() - HEARTBEAT_NANOS;
  }

  void pass(long second) {
    FaultPlan faults = state.faults();
    double time = second;
    door.open(!faults.isOn(StubFault.Kind.OUTAGE, time));
    if (faults.isOn(StubFault.Kind.SOCKET_DISCONNECT, time)) {
      hub.disconnect();
    }
    hub.mute(faults.isOn(StubFault.Kind.SOCKET_SILENCE, time));
    String now = faults.status(time);
    if (!now.equals(status)) {
      status = now;
      hub.broadcast(WsMessages.status(status, second));
    }
    if (faults.isOn(StubFault.Kind.SOCKET_GARBAGE, time)) {
      hub.broadcast(GARBAGE.get((int) (second % GARBAGE.size())));
    }
    hub.tell(time);
    long nanos = state.options().nanoTime().getAsLong();
    if (nanos - heartbeat >= HEARTBEAT_NANOS) {
      heartbeat = nanos;
      hub.heartbeat();
    }
    logs.pass(second);
  }
}
