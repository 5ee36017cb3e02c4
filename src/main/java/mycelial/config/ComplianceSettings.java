package mycelial.config;

import java.util.List;
import mycelial.market.Pair;

/**
 * What the account may not do whatever it would earn.
 *
 * @param restrictedPairs pairs in which it opens nothing
 * @param maxOrdersPerHour positions opened in any 60 minutes, or 0 for no limit
 */
public record ComplianceSettings(List<Pair> restrictedPairs, int maxOrdersPerHour) {
  /** Copies the list. */
  public ComplianceSettings {
    restrictedPairs = List.copyOf(restrictedPairs);
  }

  static ComplianceSettings read(Section in, PairTable table) {
    return new ComplianceSettings(
        table.resolve(in, "restricted-pairs", in.names("restricted-pairs", List.of())),
        in.integer("max-orders-per-hour", 0, 0, 1_000_000));
  }
}
