package mycelial.agent.builder;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import mycelial.market.Pair;

/**
 * What the builder remembers of the pairs that have an analyst: when somebody last proposed the
 * pair and how sure of it that explorer was. Bootstrap analysts are not in it, for they stay.
 */
final class Posts {
  /** A pair with an analyst; the time is in seconds since the epoch, the score a confidence. */
  record Post(Pair pair, double proposed, double score) {}

  private final Map<Pair, Post> posts = new TreeMap<>();

  void open(Pair pair, double now, double score) {
    posts.put(pair, new Post(pair, now, score));
  }

  void close(Pair pair) {
    posts.remove(pair);
  }

  void proposed(Pair pair, double now, double score) {
    posts.computeIfPresent(pair, (_, _) -> new Post(pair, now, score));
  }

  /** Posts whose pair nobody has proposed since an instant, in the order of their names. */
  List<Post> idleSince(double time) {
    return new ArrayList<>(
        posts.values().stream().filter(post -> post.proposed() <= time).toList());
  }

  /** The one that has been idle for longest, if nobody has proposed it since an instant. */
  Optional<Post> longestIdle(double time) {
    return idleSince(time).stream().min(Comparator.comparingDouble(Post::proposed));
  }
}
