package mycelial.colony;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import mycelial.learning.ArchivedPattern;
import mycelial.learning.PatternArchive;
import mycelial.ledger.ClosedTrade;
import mycelial.ledger.CollisionRecord;
import mycelial.ledger.EquityPoint;
import mycelial.ledger.Fill;
import mycelial.ledger.IdeaRecord;
import mycelial.ledger.Position;
import mycelial.ledger.PriceBucket;
import mycelial.ledger.TradeStore;
import mycelial.market.Condition;
import mycelial.market.SignalSource;

/**
 * SHA-256 over what a run did: trades, ideas, collisions, patterns, ledgers, in the order in which
 * they happened. It leaves out seed, configuration, session ids and wall-clock columns, so that two
 * runs can be compared by it. Everything is passed on to the store behind it.
 */
final class RunDigest implements TradeStore, PatternArchive {
  /** Takes lines in, each of some parts. */
  @FunctionalInterface
  interface Lines {
    /** One more line. */
    void line(Object... parts);
  }

  private final MessageDigest digest;
  private final TradeStore trades;
  private final PatternArchive patterns;
  private Map<SignalSource, BigDecimal> lastEquity = Map.of();
  private long archived;

  RunDigest(TradeStore trades, PatternArchive patterns) {
    this.trades = trades;
    this.patterns = patterns;
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform has SHA-256", missing);
    }
  }

  /** Takes one more line in. */
  void line(Object... parts) {
    add(digest, parts);
  }

  private static void add(MessageDigest digest, Object... parts) {
    StringBuilder line = new StringBuilder();
    for (Object part : parts) {
      line.append(part).append('|');
    }
    digest.update(line.append('\n').toString().getBytes(StandardCharsets.UTF_8));
  }

  /** The digest so far, 64 hexadecimal digits; more may follow. */
  String value() {
    return HexFormat.of().formatHex(copy().digest());
  }

  /** The digest that there would be after these lines; none of them is taken in. */
  String valueWith(Consumer<Lines> lines) {
    MessageDigest longer = copy();
    lines.accept(parts -> add(longer, parts));
    return HexFormat.of().formatHex(longer.digest());
  }

  private MessageDigest copy() {
    try {
      return (MessageDigest) digest.clone();
    } catch (CloneNotSupportedException impossible) {
      throw new IllegalStateException("SHA-256 can be cloned", impossible);
    }
  }

  /** Patterns archived so far. */
  long archived() {
    return archived;
  }

  @Override
  public void opened(Position position) {
    line(
        "open",
        position.stream(),
        position.order().pair(),
        position.order().agent(),
        position.order().ideaId(),
        text(position.entry()),
        position.plan());
    trades.opened(position);
  }

  @Override
  public void closed(ClosedTrade trade) {
    Position position = trade.position();
    line(
        "close",
        position.stream(),
        position.order().pair(),
        text(trade.exit()),
        trade.reason(),
        trade.pnl().toPlainString());
    trades.closed(trade);
  }

  private static String text(Fill fill) {
    return fill.time()
        + " "
        + fill.quoteTime()
        + " "
        + fill.side()
        + " "
        + fill.quantity().toPlainString()
        + " "
        + fill.mid().toPlainString()
        + " "
        + fill.price().toPlainString()
        + " "
        + fill.fee().toPlainString();
  }

  @Override
  public void idea(IdeaRecord idea) {
    line("idea", idea);
    trades.idea(idea);
  }

  @Override
  public void collision(CollisionRecord collision) {
    line("collision", collision);
    trades.collision(collision);
  }

  @Override
  public void outcome(ClosedTrade alone) {
    trades.outcome(alone);
  }

  @Override
  public void prices(List<PriceBucket> buckets) {
    trades.prices(buckets);
  }

  @Override
  public void equity(EquityPoint point) {
    if (!point.equity().equals(lastEquity)) {
      lastEquity = point.equity();
      line("equity", point.time(), lastEquity);
    }
    trades.equity(point);
  }

  @Override
  public void archive(ArchivedPattern pattern) {
    archived++;
    line(
        "pattern",
        pattern.agentId(),
        pattern.patternId(),
        pattern.timestamp(),
        pattern.value(),
        pattern.pair(),
        pattern.side(),
        pattern.conditions().stream().map(Condition::toString).collect(Collectors.joining(" ")),
        pattern.outcomes(),
        pattern.meanReturn());
    patterns.archive(pattern);
  }
}
