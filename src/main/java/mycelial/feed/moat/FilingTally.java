package mycelial.feed.moat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import mycelial.market.MoatTarget;

/**
 * The 8-K filings of a sector's companies. For each filing it tells {@code filings_30d}, the
 * sector's filings in the 30 days up to it, and for each of its items how often that item has been
 * filed in the 90 days up to it, for example {@code item_2_02_90d} for results. The first are told
 * when every company has been heard once. Used by one thread.
 */
final class FilingTally {
  private static final long DAY = 86_400;
  private static final long MONTH = 30 * DAY;
  private static final long QUARTER = 90 * DAY;

  private final MoatTarget target;
  private final TreeSet<String> unheard;
  private final SortedMap<Long, SortedMap<String, Filing>> filings = new TreeMap<>();
  private final TreeSet<String> known = new TreeSet<>();
  private final List<Filing> untold = new ArrayList<>();

  FilingTally(MoatTarget target, List<String> companies) {
    this.target = target;
    this.unheard = new TreeSet<>(companies);
  }

  /**
   * A filing.
   *
   * @param number its accession number, which no other has
   * @param time when it was accepted, seconds since the epoch
   * @param items its items, for example 2.02
   */
  record Filing(String number, long time, List<String> items) {
    Filing {
      items = List.copyOf(items);
    }
  }

  MoatTarget target() {
    return target;
  }

  /** A company has told those filings. */
  void put(String company, List<Filing> told) {
    unheard.remove(company);
    for (Filing filing : told) {
      if (known.add(filing.number())) {
        filings
            .computeIfAbsent(filing.time(), none -> new TreeMap<>())
            .put(filing.number(), filing);
        untold.add(filing);
      }
    }
  }

  /** Tells what is new, in the order in which it happened. */
  void tell(Outlet outlet) throws InterruptedException {
    if (!unheard.isEmpty()) {
      return;
    }
    untold.sort(Comparator.comparingLong(Filing::time).thenComparing(Filing::number));
    for (Filing filing : untold) {
      tell(filing, outlet);
    }
    untold.clear();
  }

  private void tell(Filing filing, Outlet outlet) throws InterruptedException {
    SortedMap<String, Integer> items = new TreeMap<>();
    long end = filing.time() + 1;
    int month = 0;
    for (Map<String, Filing> same : filings.subMap(end - QUARTER, end).values()) {
      for (Filing past : same.values()) {
        month += past.time() >= end - MONTH ? 1 : 0;
        past.items().forEach(item -> items.merge(item, 1, Integer::sum));
      }
    }
    outlet.tell(target, "filings_30d", month, filing.time());
    for (String item : new TreeSet<>(filing.items())) {
      String field = "item_" + item.replace('.', '_') + "_90d";
      outlet.tell(target, field, items.getOrDefault(item, 0), filing.time());
    }
  }
}
