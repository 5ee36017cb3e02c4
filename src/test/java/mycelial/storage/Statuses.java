package mycelial.storage;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import mycelial.metrics.DurationCounter;
import org.jspecify.annotations.NullMarked;

/** Statuses of a session that has hardly begun. */
@NullMarked
public final class Statuses {
  private static final BigDecimal TEN_THOUSAND = new BigDecimal("10000.00");

  private Statuses() {}

  /** Of a session that goes well and trades. */
  public static SessionStatus running(String session) {
    DurationCounter durations = new DurationCounter();
    durations.add(3_000_000);
    return new SessionStatus(
        new SessionStatus.Identity(
            session, "run", 42, "synthetic", List.of("noise"), "c0ffee", "b"),
        new SessionStatus.Standing("RUNNING", false, true, false, true, null, Map.of()),
        new SessionStatus.Clock(0, 3600, 7200.5, 10_800, true, 60.0, 12.25),
        Map.of("account", stream()),
        Map.of("baseline", new SessionStatus.Ideas(7, 3)),
        Map.of("account", Map.of("OPENED", 2L)),
        new SessionStatus.Collisions(2, 1, 3, 1),
        Map.of("TradingAgent", new SessionStatus.AgentType(1, 0, 0, 20, 4)),
        Map.of("EXECUTION", 1),
        new SessionStatus.Trouble(0, List.of(), 0),
        haven(),
        new SessionStatus.Patterns(120, 4, 300, 9, 1, 2),
        new SessionStatus.Memory("on", 5, 6, 1, 0, 2, 3, 0),
        new SessionStatus.Council(10, 4, 6, 3, 1, Map.of()),
        List.of(new SessionStatus.Explorer("hft-1", 8)),
        List.of(),
        Map.of("XXBTZUSD", new SessionStatus.PairStanding(120, 7200L, 0.5, 43_210.1)),
        new SessionStatus.Bus(5, 6, 2, 0, 0, 0, 0, 0, 0, Map.of(), durations.counts()),
        new SessionStatus.Writer(9, 3, 0, durations.counts()),
        new SessionStatus.Work(120, 40, 50, 60));
  }

  private static SessionStatus.Stream stream() {
    return new SessionStatus.Stream(
        1,
        1,
        0,
        new BigDecimal("12.3400"),
        new BigDecimal("0.1234"),
        new BigDecimal("12.3400"),
        new BigDecimal("4.20"),
        BigDecimal.ZERO,
        new BigDecimal("0.00000001"),
        TEN_THOUSAND,
        new BigDecimal("10012.3400"));
  }

  private static SessionStatus.Haven haven() {
    return new SessionStatus.Haven(
        true,
        false,
        BigDecimal.ONE,
        new BigDecimal("5"),
        BigDecimal.ONE,
        new BigDecimal("15"),
        "",
        new SessionStatus.Share(0, 0, 0),
        50,
        80,
        0,
        Map.of(),
        0,
        0,
        0,
        0,
        0,
        0);
  }
}
