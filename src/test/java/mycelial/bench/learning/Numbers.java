package mycelial.bench.learning;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes what is not a number null, for JSON knows neither NaN nor infinity. */
final class Numbers {
  private Numbers() {}

  static @Nullable Object orNull(@Nullable Object value) {
    return switch (value) {
      case Double number -> Double.isFinite(number) ? number : null;
      case Estimate(double middle, double low, double high) ->
          map("value", middle, "low", low, "high", high);
      case Quantiles(double lower, double median, double upper, long count) ->
          map("median", median, "lower", lower, "upper", upper, "count", count);
      case Map<?, ?> map -> {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        map.forEach((key, each) -> copy.put(String.valueOf(key), orNull(each)));
        yield copy;
      }
      case List<?> list -> list.stream().map(Numbers::orNull).toList();
      case null, default -> value;
    };
  }

  private static Map<String, @Nullable Object> map(Object... entries) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    for (int i = 0; i < entries.length; i += 2) {
      map.put((String) entries[i], orNull(entries[i + 1]));
    }
    return map;
  }
}
