package mycelial.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The slow, obvious collision rule: it keeps every statement for ever and looks at all pairs of
 * them. An origin that ends must not be said again.
 */
final class ReferenceCollisions {
  private final long window;
  private final long nearMiss;
  private final long idle;
  private final List<Statement> statements = new ArrayList<>();
  private final Set<String> collided = new TreeSet<>();
  private final Set<String> ended = new TreeSet<>();
  private final Set<String> conflicts = new TreeSet<>();
  private final Set<String> nearMisses = new TreeSet<>();

  ReferenceCollisions(long window, long nearMiss, long idle) {
    this.window = window;
    this.nearMiss = nearMiss;
    this.idle = idle;
  }

  Encounter offer(Statement statement) {
    statements.add(statement);
    Statement match = null;
    Statement conflict = null;
    for (Statement other : inOrderOfOrigins(statement)) {
      boolean near = gap(statement, other) <= window;
      boolean agrees = statement.side() == other.side();
      if (near && agrees && !hasCollided(statement) && !hasCollided(other)) {
        match = nearer(statement, other, match);
      }
      if (near && !agrees && !conflicts.contains(pair(statement, other))) {
        conflict = nearer(statement, other, conflict);
      }
    }
    for (Statement other : inOrderOfOrigins(statement)) {
      if (gap(statement, other) <= window && statement.side() != other.side()) {
        conflicts.add(pair(statement, other));
      }
    }
    if (match != null) {
      collided.add(statement.origin());
      collided.add(match.origin());
      return new Encounter.Match(match);
    }
    return conflict == null ? new Encounter.None() : new Encounter.Conflict(conflict);
  }

  private List<Statement> inOrderOfOrigins(Statement statement) {
    List<String> origins = statements.stream().map(Statement::origin).distinct().toList();
    return statements.stream()
        .filter(other -> other.stream() != statement.stream())
        .filter(other -> other.pair().equals(statement.pair()))
        .filter(other -> !ended.contains(other.origin()))
        .sorted(Comparator.comparingInt(other -> origins.indexOf(other.origin())))
        .toList();
  }

  private static Statement nearer(Statement to, Statement one, @Nullable Statement best) {
    return best == null || gap(to, one) < gap(to, best) ? one : best;
  }

  List<ExpiredIdea> expire(long now) {
    List<ExpiredIdea> over = new ArrayList<>();
    for (String origin : statements.stream().map(Statement::origin).distinct().toList()) {
      List<Statement> said = statements.stream().filter(s -> s.origin().equals(origin)).toList();
      long last = said.stream().mapToLong(Statement::millis).max().orElseThrow();
      if (now - last > idle && ended.add(origin) && !collided.contains(origin)) {
        over.add(fate(said));
      }
    }
    over.sort(Comparator.comparing(ExpiredIdea::pair));
    return over;
  }

  private ExpiredIdea fate(List<Statement> said) {
    List<Met> agreements = new ArrayList<>();
    List<Met> conflicts = new ArrayList<>();
    boolean near = false;
    for (Statement one : said) {
      for (Statement other : statements) {
        long gap = gap(one, other);
        if (other.stream() == one.stream() || !other.pair().equals(one.pair())) {
          continue;
        }
        if (other.side() == one.side() && gap <= nearMiss) {
          agreements.add(met(one, other));
          near |= missed(one, other);
        } else if (other.side() != one.side() && gap <= window) {
          conflicts.add(met(one, other));
        }
      }
    }
    Statement first = said.getFirst();
    ExpiredIdea.Fate fate =
        !conflicts.isEmpty()
            ? ExpiredIdea.Fate.CONFLICT
            : near ? ExpiredIdea.Fate.NEAR_MISS : ExpiredIdea.Fate.EXPIRED;
    Met best =
        (conflicts.isEmpty() ? agreements : conflicts)
            .stream()
                .min(
                    Comparator.comparingLong(Met::gap)
                        .thenComparingInt(Met::since)
                        .thenComparingInt(Met::known))
                .orElse(new Met(-1, 0, 0, null));
    return new ExpiredIdea(
        first.origin(), first.stream(), first.pair(), first.side(), fate, best.gap, best.origin);
  }

  /**
   * Two statements near each other.
   *
   * @param since the place of the later offered one
   * @param known the place of the other idea's first statement
   * @param origin the other idea
   */
  private record Met(long gap, int since, int known, @Nullable String origin) {}

  private Met met(Statement one, Statement other) {
    Statement first =
        statements.stream()
            .filter(each -> each.origin().equals(other.origin()))
            .findFirst()
            .orElseThrow();
    return new Met(
        gap(one, other),
        Math.max(statements.indexOf(one), statements.indexOf(other)),
        statements.indexOf(first),
        other.origin());
  }

  /** Whether the two are a near miss: counted before, or neither has collided by now. */
  private boolean missed(Statement one, Statement other) {
    if (!hasCollided(other)) {
      nearMisses.add(pair(one, other));
    }
    return nearMisses.contains(pair(one, other));
  }

  private boolean hasCollided(Statement statement) {
    return collided.contains(statement.origin());
  }

  private static String pair(Statement one, Statement other) {
    return one.origin().compareTo(other.origin()) < 0
        ? one.origin() + " " + other.origin()
        : other.origin() + " " + one.origin();
  }

  private static long gap(Statement one, Statement other) {
    return Math.abs(one.millis() - other.millis());
  }

  long conflicts() {
    return conflicts.size();
  }

  long nearMisses() {
    return nearMisses.size();
  }

  long matched() {
    return collided.size() / 2;
  }
}
