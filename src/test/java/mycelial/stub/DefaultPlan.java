package mycelial.stub;

import java.util.ArrayList;
import java.util.List;

/**
 * A day in which everything goes wrong once: each kind of fault somewhere in its first 23 hours, in
 * an order that the seed draws, and a quiet last hour.
 */
final class DefaultPlan {
  private static final int QUIET_BEGINNING = 900;
  private static final int QUIET_END = 23 * 3600;
  private static final int OUTAGES = 3;

  private DefaultPlan() {}

  /** The lines of the plan. */
  static List<String> lines(long seed, List<StubPair> pairs) {
    Draw draw = Draw.of(seed, "default24h", 0);
    List<StubFault.Kind> kinds = new ArrayList<>(List.of(StubFault.Kind.values()));
    for (int i = 1; i < OUTAGES; i++) {
      kinds.add(StubFault.Kind.OUTAGE);
      kinds.add(StubFault.Kind.SOCKET_DISCONNECT);
    }
    for (int i = kinds.size() - 1; i > 0; i--) {
      StubFault.Kind last = kinds.get(i);
      int other = draw.below(i + 1);
      kinds.set(i, kinds.get(other));
      kinds.set(other, last);
    }
    List<String> lines = new ArrayList<>();
    double slot = (QUIET_END - QUIET_BEGINNING) / (double) kinds.size();
    for (int i = 0; i < kinds.size(); i++) {
      int begin = QUIET_BEGINNING + (int) (slot * (i + 0.2 * draw.uniform()));
      lines.add("at " + begin + "s for " + line(kinds.get(i), (int) slot, draw, pairs));
    }
    return lines;
  }

  private static String line(StubFault.Kind kind, int slot, Draw draw, List<StubPair> pairs) {
    int length = slot / 10 + draw.below(slot / 2);
    String label = kind.label();
    // neither of the first two: the whole session watches them
    String pair = pairs.get(Math.min(pairs.size() - 1, 2 + draw.below(pairs.size()))).id();
    return switch (kind) {
      case DELISTED -> "ever " + label + " on " + pair;
      case UNKNOWN_PAIR, INVALID_ARGUMENTS -> length + "s " + label + " on /0/public/OHLC?*" + pair;
      case INVALID_KEY, INVALID_SIGNATURE, INVALID_NONCE, PERMISSION_DENIED ->
          length + "s " + label + " on /0/private";
      case WRONG_KEY -> length + "s " + label + " on " + pair;
      case SPIKE, CONFLICT, HIGH_BELOW_LOW, NEGATIVE_PRICE ->
          Math.max(120, length / 2) + "s " + label + " rate 0.5";
      case LOCKOUT -> "60s " + label + " on /0";
      case SOCKET_DISCONNECT -> "5s " + label;
      default -> length + "s " + label;
    };
  }
}
