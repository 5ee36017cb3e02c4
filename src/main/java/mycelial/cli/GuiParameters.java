package mycelial.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import mycelial.config.Configuration;
import mycelial.config.ConfigurationException;
import mycelial.config.Entry;
import mycelial.gui.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * The settings that the window lets people change. A changed one is an option of the command from
 * then on, as if it had been given with {@code --set}: what a session remembers of its beginning
 * needs to know nothing of windows. Swing's thread.
 */
final class GuiParameters {
  private static final String FEE = "costs.taker-tiers";

  /** By key; in the order in which they are shown. */
  private static final Map<String, String> TITLES = titles();

  private final Common common;
  private final Map<String, String> given;
  private final Map<String, String> start;

  GuiParameters(Common common) {
    this.common = common;
    this.given = Map.copyOf(common.overrides);
    this.start = values(common.configuration());
  }

  private static Map<String, String> titles() {
    Map<String, String> titles = new LinkedHashMap<>();
    titles.put("trading.window-millis", "Collision window, ms");
    titles.put("council.quorum", "Quorum of learners");
    titles.put(FEE, "Taker fee, % (a number, or tiers by volume)");
    titles.put("costs.half-spread-percent", "Half spread by pair, %");
    titles.put("costs.default-half-spread-percent", "Half spread elsewhere, %");
    titles.put("costs.slippage-percent", "Slippage a side, %");
    titles.put("risk.max-drawdown-percent", "Drawdown limit, %");
    return Collections.unmodifiableMap(titles);
  }

  private static Map<String, String> values(Configuration configuration) {
    return configuration.entries().stream()
        .filter(entry -> TITLES.containsKey(entry.key()))
        .collect(Collectors.toMap(Entry::key, Entry::value));
  }

  List<Parameter> all() {
    Map<String, String> now = values(common.configuration());
    List<Parameter> all = new ArrayList<>();
    TITLES.forEach((key, title) -> all.add(new Parameter(key, title, now.getOrDefault(key, ""))));
    return all;
  }

  /** Null, or what is wrong: then the setting stays as it was. */
  @Nullable String change(String key, String value) {
    if (!TITLES.containsKey(key)) {
      throw new IllegalArgumentException(key + " cannot be changed in the window");
    }
    Map<String, String> before = new LinkedHashMap<>(common.overrides);
    common.overrides.put(key, key.equals(FEE) ? tiers(value.strip()) : value.strip());
    String problem = null;
    try {
      if (common.configuration().entries().stream()
          .anyMatch(entry -> entry.key().equals(key) && entry.value().equals(start.get(key)))) {
        restore(key);
      }
    } catch (ConfigurationException bad) {
      problem = bad.problems().getFirst().replaceFirst("^--set [^:]+: ", "");
      common.overrides.clear();
      common.overrides.putAll(before);
    }
    return problem;
  }

  /** A single number is the fee at any volume. */
  private static String tiers(String value) {
    try {
      return "{0: " + new BigDecimal(value).toPlainString() + "}";
    } catch (NumberFormatException notOne) {
      return value;
    }
  }

  private void restore(String key) {
    String option = given.get(key);
    if (option == null) {
      common.overrides.remove(key);
    } else {
      common.overrides.put(key, option);
    }
  }

  /** What differs from the start, by key, in the order shown. */
  Map<String, String> changes() {
    Map<String, String> changed = new LinkedHashMap<>();
    for (Parameter parameter : all()) {
      if (!parameter.value().equals(start.get(parameter.key()))) {
        changed.put(parameter.key(), parameter.value());
      }
    }
    return changed;
  }

  void reset() {
    TITLES.keySet().forEach(this::restore);
  }
}
