package mycelial.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All figures of a session's report, as {@code report --json} prints them and the page shows them.
 *
 * @param session what was played
 * @param assumptions what every figure rests on, by name
 * @param synergy the verdict; null where it cannot be asked
 * @param noSynergy why not, else empty
 * @param streams figures by ledger
 * @param benchmarks what doing nothing clever would have brought
 * @param fees the same trades at other fees
 * @param breakdowns closed trades by pair, exit, type, grade
 * @param moats the five moats as products
 * @param noTrade why ideas did not become trades: ledger, reason in words, count
 * @param notes what must be known to read the figures
 * @param books what the charts are drawn from
 */
public record Report(
    Head session,
    Map<String, String> assumptions,
    @Nullable Synergy synergy,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) String noSynergy,
    Map<String, Performance> streams,
    List<Benchmark> benchmarks,
    List<FeeTable> fees,
    List<Breakdown> breakdowns,
    List<MoatProduct> moats,
    Map<String, Map<String, Long>> noTrade,
    List<String> notes,
    @JsonIgnore List<StreamBook> books) {

  /**
   * What was played.
   *
   * @param id of the session
   * @param kind run, replay or train
   * @param state how it ended
   * @param provenance real or synthetic
   * @param data in words
   * @param tradingFrom begin of the traded period, ISO-8601; empty when nothing is stored of it
   * @param to its end
   * @param seed of every random draw
   * @param digest over trades, patterns and ledgers; empty when there is none
   * @param build identifies the program
   * @param configFingerprint hash of the configuration
   * @param startedAt wall clock
   */
  public record Head(
      String id,
      String kind,
      String state,
      String provenance,
      List<String> data,
      String tradingFrom,
      String to,
      long seed,
      String digest,
      String build,
      String configFingerprint,
      String startedAt) {
    /** Whether the market was generated. */
    @JsonIgnore
    public boolean isSynthetic() {
      return provenance.equalsIgnoreCase("synthetic");
    }
  }
}
