package mycelial.feed.moat;

import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import mycelial.market.MoatTarget;

/**
 * What is asked of one source. Immutable.
 *
 * @param base where its paths begin, without a slash at the end
 * @param everySeconds how often each of its members is asked, seconds of the exchange
 * @param historyDays how far back it is read at first, days
 * @param members what it is asked about (repositories, chokepoints, agencies, companies), and which
 *     target each belongs to
 */
public record SourceSettings(
    URI base, int everySeconds, int historyDays, SortedMap<String, MoatTarget> members) {
  /** Copies the table. */
  public SourceSettings {
    members = Collections.unmodifiableSortedMap(new TreeMap<>(members));
  }

  /** The targets, in their order. */
  List<MoatTarget> targets() {
    return List.copyOf(new TreeSet<>(members.values()));
  }

  /** The members of a target, in their order. */
  List<String> membersOf(MoatTarget target) {
    return members.entrySet().stream()
        .filter(member -> member.getValue().equals(target))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The same of a server that has the source's paths below another address. */
  SourceSettings at(URI address) {
    return new SourceSettings(address, everySeconds, historyDays, members);
  }
}
