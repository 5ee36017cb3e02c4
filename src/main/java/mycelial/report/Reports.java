package mycelial.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import mycelial.ledger.PriceBucket;
import mycelial.market.Pair;
import mycelial.market.SignalSource;
import mycelial.report.SynergyGates.Span;
import mycelial.storage.StoredOutcome;
import mycelial.storage.StoredSession;
import mycelial.storage.StoredTrade;

/** Makes reports from what is stored. */
public final class Reports {
  private static final Pair BITCOIN = new Pair("XXBTZUSD");

  private final SessionData data;
  private final UnaryOperator<String> words;
  private final List<String> notes = new ArrayList<>();

  private Reports(SessionData data, UnaryOperator<String> words) {
    this.data = data;
    this.words = words;
  }

  /**
   * Makes the report of a session.
   *
   * @param words says in words what became of an idea, by its name in the result
   */
  public static Report of(SessionData data, UnaryOperator<String> words) {
    return new Reports(data, words).make();
  }

  private Report make() {
    List<StreamBook> books = new ArrayList<>();
    Map<String, Performance> streams = new LinkedHashMap<>();
    for (SignalSource stream : SignalSource.values()) {
      data.book(stream)
          .ifPresent(book -> {
            books.add(book);
            streams.put(stream.label(), Performance.of(book));
          });
    }
    if (data.result().isMissingNode()) {
      notes.add(
          "The session has no result of its own ("
              + data.session().state()
              + "): every figure is computed from the rows that were kept of it.");
    }
    Optional<String> noSynergy = noSynergy();
    return new Report(
        head(),
        strings(data.result().path("assumptions")),
        noSynergy.isPresent() ? null : synergy(),
        noSynergy.orElse(""),
        streams,
        benchmarks(books),
        books.stream().map(FeeTable::of).toList(),
        Breakdown.all(data.trades()),
        MoatProduct.all(data),
        noTrade(),
        notes(streams),
        books);
  }

  private Report.Head head() {
    StoredSession session = data.session();
    List<String> words = new ArrayList<>();
    data.result().path("data").forEach(each -> words.add(each.asText()));
    String digest = session.digest();
    return new Report.Head(
        session.info().id(),
        session.info().kind(),
        session.state(),
        session.info().provenance(),
        words,
        data.equity().isEmpty() ? "" : time(data.equity().getFirst().time()),
        data.equity().isEmpty() ? "" : time(data.equity().getLast().time()),
        session.info().seed(),
        digest == null ? "" : digest,
        session.info().build(),
        session.info().configFingerprint(),
        session.startedAt());
  }

  private static String time(double seconds) {
    return Instant.ofEpochSecond((long) seconds).toString();
  }

  private static Map<String, String> strings(JsonNode object) {
    Map<String, String> strings = new LinkedHashMap<>();
    object.properties().forEach(each -> strings.put(each.getKey(), each.getValue().asText()));
    return strings;
  }

  private Optional<String> noSynergy() {
    if (data.session().info().kind().equals("train")) {
      return Optional.of("A training session does not trade, so there is nothing to compare.");
    }
    if (data.outcomes().isEmpty() || data.prices().isEmpty() || data.equity().isEmpty()) {
      return Optional.of(
          data.ideas().isEmpty()
              ? "No idea was heard in this session, so there is nothing to compare."
              : "What each idea would have brought alone is not stored of this session: it is older"
                  + " than this version of the program, ended before any position was closed, or"
                  + " entered none. The verdict cannot be asked.");
    }
    return Optional.empty();
  }

  private Synergy synergy() {
    Span span = new Span(data.equity().getFirst().time(), data.equity().getLast().time());
    double bar =
        data.prices().stream()
            .mapToDouble(each -> (double) each.seconds() / each.bars())
            .min()
            .orElseThrow();
    SynergyGates gates =
        SynergyGates.of(
            span,
            data.outcomes(),
            data.collisions(),
            new ShiftedAgreement(data.ideas(), span, bar));
    return Synergy.judge(gates, seed());
  }

  /** From the digest, so that the same session gets the same draws wherever it is reported. */
  private long seed() {
    String digest = data.session().digest();
    return digest == null || digest.length() < 16
        ? data.session().info().seed()
        : Long.parseUnsignedLong(digest.substring(0, 16), 16);
  }

  private List<Benchmark> benchmarks(List<StreamBook> books) {
    List<Pair> pairs =
        List.copyOf(new TreeSet<>(data.prices().stream().map(PriceBucket::pair).toList()));
    if (books.isEmpty() || pairs.isEmpty()) {
      return List.of();
    }
    double capital = books.getFirst().capital().doubleValue();
    double cost = cost();
    List<Benchmark> found = new ArrayList<>();
    EquityCurve first = books.getFirst().equity();
    found.add(
        new Benchmark(
            "do nothing",
            new EquityCurve(
                List.of(first.times().getFirst(), first.times().getLast()),
                List.of(capital, capital)),
            0,
            0));
    found.add(
        Benchmark.hold(
            "buy and hold, " + pairs.size() + " pair(s) equally",
            pairs,
            data.prices(),
            capital,
            cost));
    if (pairs.contains(BITCOIN)) {
      found.add(
          Benchmark.hold(
              "buy and hold, " + BITCOIN, List.of(BITCOIN), data.prices(), capital, cost));
    }
    return found;
  }

  /** What a fill cost in this session, fraction of its value: fee without tiers, and concession. */
  private double cost() {
    double fee = data.outcomes().stream().mapToDouble(Reports::feeASide).average().orElse(0);
    double concession = data.trades().stream().mapToDouble(Reports::concession).average().orElse(0);
    notes.add(
        fee == 0
            ? "No fill is stored, so that buy-and-hold is shown without costs."
            : String.format(
                Locale.ROOT,
                "Buy-and-hold pays what this session's fills paid on average: %.2f %% fee and %.2f %%"
                    + " spread and slippage a side, on buying and on selling at the end.",
                100 * fee,
                100 * concession));
    return fee + concession;
  }

  private static double feeASide(StoredOutcome outcome) {
    return outcome.fees().doubleValue()
        / outcome.quantity().multiply(outcome.entryPrice().add(outcome.exitPrice())).doubleValue();
  }

  private static double concession(StoredTrade trade) {
    return trade.entryPrice().subtract(trade.entryMid()).abs().doubleValue()
        / trade.entryMid().doubleValue();
  }

  private Map<String, Map<String, Long>> noTrade() {
    Map<String, Map<String, Long>> reasons = new LinkedHashMap<>();
    data.result()
        .path("noTrade")
        .properties()
        .forEach(ledger -> {
          Map<String, Long> counts = new LinkedHashMap<>();
          ledger
              .getValue()
              .properties()
              .forEach(each -> counts.put(words.apply(each.getKey()), each.getValue().asLong()));
          reasons.put(ledger.getKey(), counts);
        });
    return reasons;
  }

  private List<String> notes(Map<String, Performance> streams) {
    streams.forEach((name, figures) -> {
      double seen = figures.maxDrawdownPercent().doubleValue();
      if (seen - figures.sampledDrawdownPercent() > 0.005) {
        notes.add(
            String.format(
                Locale.ROOT,
                "%s: the ledger itself saw a drawdown of %.2f %%, the samples one of %.2f %%; the"
                    + " first is shown, its duration is from the samples.",
                name,
                seen,
                figures.sampledDrawdownPercent()));
      }
    });
    data.result().path("swarm").path("notes").forEach(each -> notes.add(each.asText()));
    return notes;
  }
}
