package mycelial.stub;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * GitHub's list of commits, for any repository. Owners named {@code empty}, {@code renamed} and
 * {@code missing} have repositories that answer 409, 301 and 404. Sixty calls an hour; a call that
 * brings nothing new is not counted. Safe for use by several threads.
 */
final class GithubApi {
  private static final String PATH = "/github/repos/{owner}/{repo}/commits";
  private static final int CALLS = 60;
  private static final int HOUR = 3600;
  private static final int DAYS_WITHOUT_SINCE = 30;
  private static final String LIMITED =
      "API rate limit exceeded for 127.0.0.1. (But here's the good news: Authenticated requests get"
          + " a higher rate limit. Check out the documentation for more details.)";

  private final StubState state;
  private long hour;
  private int used;

  GithubApi(StubState state) {
    this.state = state;
  }

  void register(RoutesConfig routes) {
    routes.get(PATH, this::commits);
  }

  private void commits(Context context) {
    String agent = context.header("User-Agent");
    if (agent == null || agent.isBlank()) {
      refuse(context, 403, "Request forbidden by administrative rules.");
      return;
    }
    if (!allowed(context)) {
      refuse(context, 403, LIMITED);
      return;
    }
    String repository = context.pathParam("owner") + "/" + context.pathParam("repo");
    switch (context.pathParam("owner")) {
      case "empty" -> refuse(context, 409, "Git Repository is empty.");
      case "missing" -> refuse(context, 404, "Not Found");
      case "renamed" -> {
        String query = context.queryString() == null ? "" : "?" + context.queryString();
        String moved = context.url().replace("/repos/renamed/", "/repos/moved/") + query;
        context.header("Location", moved);
        refuse(context, 301, "Moved Permanently");
      }
      default -> list(context, repository);
    }
  }

  private synchronized boolean allowed(Context context) {
    long now = (long) state.now() / HOUR;
    used = now == hour ? used : 0;
    hour = now;
    boolean allowed = used < CALLS;
    used += allowed ? 1 : 0;
    context.header("x-ratelimit-limit", String.valueOf(CALLS));
    context.header("x-ratelimit-remaining", String.valueOf(CALLS - used));
    context.header("x-ratelimit-used", String.valueOf(used));
    context.header("x-ratelimit-reset", String.valueOf((hour + 1) * HOUR));
    context.header("x-ratelimit-resource", "core");
    return allowed;
  }

  private synchronized void giveBack() {
    used = Math.max(0, used - 1);
  }

  private static void refuse(Context context, int status, String message) {
    ObjectNode answer = Json.object().put("message", message);
    answer.put("documentation_url", "https://docs.github.com/rest");
    context.status(status).contentType("application/json").result(answer.toString());
  }

  private void list(Context context, String repository) {
    long now = (long) state.now();
    long since =
        Conditional.seconds(context.queryParam("since"), now - DAYS_WITHOUT_SINCE * 86_400L);
    long until = Math.min(now, Conditional.seconds(context.queryParam("until"), now));
    int size = Conditional.count(context.queryParam("per_page"), 30, 100);
    int page = Conditional.count(context.queryParam("page"), 1, 10_000);
    List<Commit> commits = commits(repository, since, until);
    ArrayNode rows = Json.array();
    int from = Math.min(commits.size(), (page - 1) * size);
    int to = Math.min(commits.size(), from + size);
    commits.subList(from, to).forEach(commit -> rows.add(row(repository, commit)));
    if (to < commits.size()) {
      String next = context.url() + "?per_page=" + size + "&page=" + (page + 1);
      context.header("Link", "<" + next + ">; rel=\"next\"");
    }
    long changed = commits.isEmpty() ? since : commits.getFirst().time();
    if (!Conditional.answer(context, "application/json; charset=utf-8", rows.toString(), changed)) {
      giveBack();
    }
  }

  private record Commit(long time, long author, String sha) {}

  /** Newest first: up to three an hour, more of them by day than by night. */
  private List<Commit> commits(String repository, long since, long until) {
    List<Commit> commits = new ArrayList<>();
    for (long at = until / HOUR; at >= Math.max(0, since / HOUR); at--) {
      Draw draw = Draw.of(state.options().seed(), "github " + repository, at);
      boolean day = at % 24 >= 8 && at % 24 < 20;
      int count = draw.below(day ? 4 : 2);
      List<Commit> inHour = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        long time = at * HOUR + (long) HOUR * i / count + draw.below(HOUR / count);
        long author = time - draw.below(8 * HOUR);
        String sha = "";
        while (sha.length() < 40) {
          sha += String.format("%016x", draw.bits());
        }
        inHour.add(new Commit(time, author, sha.substring(0, 40)));
      }
      inHour.reversed().stream()
          .filter(commit -> commit.time() >= since && commit.time() <= until)
          .forEach(commits::add);
    }
    return commits;
  }

  private static ObjectNode row(String repository, Commit commit) {
    String url = "https://api.github.com/repos/" + repository + "/commits/" + commit.sha();
    ObjectNode row = Json.object().put("sha", commit.sha()).put("node_id", "C_kw");
    ObjectNode inner = row.putObject("commit");
    inner.set("author", person("A", "a@example.com", commit.author()));
    inner.set("committer", person("GitHub", "noreply@github.com", commit.time()));
    inner.put("message", "net: fix");
    inner.putObject("tree").put("sha", commit.sha()).put("url", url);
    inner.put("comment_count", 0);
    inner.putObject("verification").put("verified", true).put("reason", "valid");
    row.put("url", url).put("html_url", url.replace("api.github.com/repos", "github.com"));
    row.putObject("author").put("login", "a").put("id", 1).put("type", "User");
    row.putNull("committer");
    row.putArray("parents").addObject().put("sha", commit.sha());
    return row;
  }

  private static ObjectNode person(String name, String address, long time) {
    ObjectNode person = Json.object().put("name", name).put("email", address);
    return person.put("date", Instant.ofEpochSecond(time).toString());
  }
}
