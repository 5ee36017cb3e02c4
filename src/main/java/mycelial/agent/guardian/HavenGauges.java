package mycelial.agent.guardian;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import mycelial.risk.Contagion;
import org.jspecify.annotations.Nullable;

/**
 * Where the account stands against the guardian's limits.
 *
 * @param drawdownPercent how far its equity is below the peak that halts are measured from
 * @param haltPercent the drawdown at which it halts
 * @param sessionDrawdownPercent how far its equity is below the session's peak
 * @param shutdownPercent the drawdown from that at which the session ends
 * @param leading the family that leads the largest share of its learners, or null
 * @param brakePercent the share at which no further learner may take a family in
 * @param quarantinePercent the share at which a family is taken from all
 * @param reducedPairs pairs that are traded smaller or not at all, each with how it is
 */
public record HavenGauges(
    BigDecimal drawdownPercent,
    BigDecimal haltPercent,
    BigDecimal sessionDrawdownPercent,
    BigDecimal shutdownPercent,
    Contagion.@Nullable Share leading,
    double brakePercent,
    double quarantinePercent,
    Map<String, String> reducedPairs) {
  /** Copies the map, in the order of names. */
  public HavenGauges {
    reducedPairs = Collections.unmodifiableMap(new TreeMap<>(reducedPairs));
  }
}
