package mycelial.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mycelial.ledger.CollisionRecord;
import mycelial.ledger.EquityPoint;
import mycelial.ledger.IdeaRecord;
import mycelial.ledger.PriceBucket;
import mycelial.market.SignalSource;
import mycelial.storage.PatternQueries;
import mycelial.storage.StoredOpenPosition;
import mycelial.storage.StoredOutcome;
import mycelial.storage.StoredSession;
import mycelial.storage.StoredTrade;
import mycelial.storage.TradeQueries;
import org.jspecify.annotations.Nullable;

/**
 * All that is stored of a session and goes into its report.
 *
 * @param session its row
 * @param result its result object; missing when it was killed or failed
 * @param trades closed trades of all ledgers
 * @param open positions that were not closed
 * @param ideas first statements of ideas
 * @param collisions agreements
 * @param equity samples of all ledgers
 * @param prices none in a session of an older version
 * @param outcomes of ideas alone; none in a session of an older version
 * @param patterns archived patterns by moat
 */
public record SessionData(
    StoredSession session,
    JsonNode result,
    List<StoredTrade> trades,
    List<StoredOpenPosition> open,
    List<IdeaRecord> ideas,
    List<CollisionRecord> collisions,
    List<EquityPoint> equity,
    List<PriceBucket> prices,
    List<StoredOutcome> outcomes,
    Map<String, Long> patterns) {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  /**
   * Reads a session from the databases of a folder.
   *
   * @throws UncheckedIOException when the stored result is damaged
   */
  public static Optional<SessionData> read(Path folder, String id) {
    try (TradeQueries queries = TradeQueries.open(folder)) {
      return queries.sessions().stream()
          .filter(session -> session.info().id().equals(id))
          .findFirst()
          .map(session -> of(folder, queries, session));
    }
  }

  private static SessionData of(Path folder, TradeQueries queries, StoredSession session) {
    String id = session.info().id();
    return new SessionData(
        session,
        json(session.result()),
        queries.trades(id),
        queries.openPositions(id),
        queries.ideas(id),
        queries.collisions(id),
        queries.equity(id),
        queries.prices(id),
        queries.outcomes(id),
        PatternQueries.archivedByMoat(folder, id));
  }

  private static JsonNode json(@Nullable String text) {
    if (text == null) {
      return MAPPER.missingNode();
    }
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException damaged) {
      throw new UncheckedIOException("the stored result is not JSON any more", damaged);
    }
  }

  /** The books of a ledger; none where nothing of its equity is stored. */
  Optional<StreamBook> book(SignalSource stream) {
    List<Double> times = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    BigDecimal first = null;
    BigDecimal last = null;
    for (EquityPoint point : equity) {
      BigDecimal value = point.equity().get(stream);
      if (value != null) {
        times.add(point.time());
        values.add(value.doubleValue());
        first = first == null ? value : first;
        last = value;
      }
    }
    if (first == null || last == null) {
      return Optional.empty();
    }
    JsonNode figures = result.path("streams").path(stream.label());
    JsonNode ended = figures.path("equity");
    JsonNode drawdown = figures.path("maxDrawdownPct");
    BigDecimal capital =
        ended.isNumber()
            ? ended.decimalValue().subtract(figures.path("pnlAbsolute").decimalValue())
            : first;
    return Optional.of(
        new StreamBook(
            stream,
            capital,
            trades.stream().filter(trade -> trade.stream() == stream).toList(),
            open.stream().filter(position -> position.stream() == stream).toList(),
            new EquityCurve(times, values),
            ended.isNumber() ? ended.decimalValue() : last,
            drawdown.isNumber() ? drawdown.decimalValue() : null));
  }
}
