package mycelial.storage;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The result of {@link DatabaseCheck#check}.
 *
 * @param counts rows by {@code file.table}, in a fixed order
 * @param findings what was found, in the order of the checks; empty when all is well
 */
public record CheckReport(Map<String, Long> counts, List<Finding> findings) {
  /** Copies both. */
  public CheckReport {
    counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
    findings = List.copyOf(findings);
  }

  /** Whether nothing contradicts anything. */
  public boolean isSound() {
    return findings.stream().noneMatch(finding -> finding.level() == Finding.Level.ERROR);
  }
}
