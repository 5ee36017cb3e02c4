package mycelial.stub;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Who has subscribed to what, and what they are told as the exchange's seconds pass. Safe for use
 * by several threads.
 */
final class WsHub {
  private static final int SNAPSHOT_CANDLES = 10;
  private static final int SNAPSHOT_TRADES = 50;

  private final StubState state;
  private final StubMarket market;
  private final Set<WsClient> clients = new LinkedHashSet<>();
  private final Map<WsTopic, Set<WsClient>> subscribers = new LinkedHashMap<>();
  private final double[] told;
  private final StubMarket.BidAsk[] quotes;
  private long connections;

  WsHub(StubState state) {
    this.state = state;
    this.market = state.market();
    int pairs = market.pairs().size();
    this.told = new double[pairs];
    this.quotes = new StubMarket.BidAsk[pairs];
    for (int pair = 0; pair < pairs; pair++) {
      told[pair] = state.known(pair);
      quotes[pair] = state.quote(pair, told[pair]);
    }
  }

  synchronized void add(WsClient client) {
    clients.add(client);
    connections++;
    long id = Draw.of(state.options().seed(), "connection", connections).bits();
    client.send(WsMessages.status(state.faults().status(state.now()), id));
  }

  synchronized void remove(WsClient client) {
    clients.remove(client);
    subscribers.values().forEach(set -> set.remove(client));
  }

  /** How many connections are open. */
  synchronized int size() {
    return clients.size();
  }

  /** Ends every connection without a word. */
  synchronized void disconnect() {
    clients.forEach(WsClient::disconnect);
  }

  /** Whether nobody is told anything from now on, whatever happens. */
  synchronized void mute(boolean silent) {
    clients.forEach(client -> client.mute(silent));
  }

  /** Sends one text to everybody. */
  synchronized void broadcast(String message) {
    clients.forEach(client -> client.send(message));
  }

  /** Sends the sign of life to everybody who has subscribed to anything. */
  synchronized void heartbeat() {
    Set<WsClient> listeners = new LinkedHashSet<>();
    subscribers.values().forEach(listeners::addAll);
    listeners.forEach(client -> client.send(WsMessages.HEARTBEAT));
  }

  synchronized void subscribe(WsClient client, WsTopic topic, boolean snapshot, String answer) {
    client.send(answer);
    if (snapshot) {
      client.send(snapshot(topic));
    }
    subscribers.computeIfAbsent(topic, ignored -> new LinkedHashSet<>()).add(client);
  }

  synchronized void unsubscribe(WsClient client, WsTopic topic, String answer) {
    Set<WsClient> set = subscribers.get(topic);
    if (set != null) {
      set.remove(client);
    }
    client.send(answer);
  }

  private String snapshot(WsTopic topic) {
    int index = topic.pair();
    StubPair pair = market.pairs().get(index);
    double time = told[index];
    return switch (topic.channel()) {
      case "ohlc" -> WsMessages.ohlc("snapshot", time, candles(topic, time));
      case "ticker" ->
          WsMessages.ticker("snapshot", pair, quotes[index], market.day(index, time), time);
      case "trade" -> {
        List<StubTrade> trades = market.trades(index, time - 3600, time);
        int from = Math.max(0, trades.size() - SNAPSHOT_TRADES);
        yield WsMessages.trades("snapshot", pair, trades.subList(from, trades.size()));
      }
      default -> {
        Book book = book(quotes[index]);
        yield WsMessages.book("snapshot", pair, book, book.checksum(pair), time);
      }
    };
  }

  private List<String> candles(WsTopic topic, double time) {
    int length = topic.minutes() * 60;
    long running = (long) time / length * length;
    List<String> candles = new ArrayList<>();
    for (long start = running - SNAPSHOT_CANDLES * (long) length;
        start <= running;
        start += length) {
      if (start >= market.firstTime()) {
        Candle candle = market.candle(topic.pair(), start, length, time);
        if (candle.count() > 0) {
          StubPair pair = market.pairs().get(topic.pair());
          candles.add(WsMessages.candle(pair, candle, topic.minutes()));
        }
      }
    }
    return candles;
  }

  private Book book(StubMarket.BidAsk quote) {
    return Book.around(quote, state.options().seed());
  }

  /** Tells everybody what has happened up to that second of the exchange. */
  synchronized void tell(double second) {
    for (int pair = 0; pair < told.length; pair++) {
      double until = state.faults().known(market.pairs().get(pair), second);
      double since = told[pair];
      StubMarket.BidAsk before = quotes[pair];
      told[pair] = until;
      quotes[pair] = state.quote(pair, until);
      if (until > since) {
        tellTrades(pair, since, until);
        if (!quotes[pair].equals(before)) {
          tellQuote(pair, before, until);
        }
      }
    }
  }

  private void tellTrades(int pair, double since, double until) {
    List<StubTrade> trades = market.trades(pair, since, until);
    if (trades.isEmpty()) {
      return;
    }
    send(
        new WsTopic("trade", pair, 0),
        () -> List.of(WsMessages.trades("update", market.pairs().get(pair), trades)));
    for (WsTopic topic : List.copyOf(subscribers.keySet())) {
      if (topic.pair() == pair && topic.minutes() > 0) {
        tellCandles(topic, trades);
      }
    }
  }

  /** The candle as of its last trade in the time told; of two where an interval ends in it. */
  private void tellCandles(WsTopic topic, List<StubTrade> trades) {
    int length = topic.minutes() * 60;
    StubPair pair = market.pairs().get(topic.pair());
    for (int i = 0; i < trades.size(); i++) {
      double time = trades.get(i).nanos() / 1e9;
      long start = (long) time / length * length;
      boolean last =
          i == trades.size() - 1
              || (long) (trades.get(i + 1).nanos() / 1e9) / length * length != start;
      if (last && start >= market.firstTime()) {
        send(
            topic,
            () -> {
              Candle candle = market.candle(topic.pair(), start, length, time + 1e-6);
              return spoilt(pair, candle, length).stream()
                  .map(one -> WsMessages.candle(pair, one, topic.minutes()))
                  .map(text -> WsMessages.ohlc("update", time, List.of(text)))
                  .toList();
            });
      }
    }
  }

  private void tellQuote(int pair, StubMarket.BidAsk before, double time) {
    StubPair row = market.pairs().get(pair);
    send(
        new WsTopic("ticker", pair, 0),
        () -> {
          Candle day = market.day(pair, time);
          return List.of(WsMessages.ticker("update", row, quotes[pair], day, time));
        });
    send(
        new WsTopic("book", pair, 0),
        () -> {
          Book book = book(quotes[pair]);
          Book change = book.since(book(before));
          boolean wrong = state.faults().isOn(StubFault.Kind.WRONG_CHECKSUM, time, row.id());
          long checksum = book.checksum(row) ^ (wrong ? 1 : 0);
          return List.of(WsMessages.book("update", row, change, checksum, time));
        });
  }

  private List<Candle> spoilt(StubPair pair, Candle candle, int length) {
    String path = "/v2/ohlc/" + pair.id();
    return state
        .faults()
        .strikes(StubFault.Place.CANDLES, state.now(), pair.id(), path)
        .map(fault -> Spoiler.update(fault.kind(), candle, length, pair.ticks(1)))
        .orElse(List.of(candle));
  }

  private void send(WsTopic topic, Supplier<List<String>> messages) {
    Set<WsClient> set = subscribers.get(topic);
    if (set != null && !set.isEmpty()) {
      List<String> texts = messages.get();
      set.forEach(client -> texts.forEach(client::send));
    }
  }
}
