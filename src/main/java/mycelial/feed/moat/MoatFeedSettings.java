package mycelial.feed.moat;

import java.net.URI;
import java.util.List;
import mycelial.market.MoatTarget;

/**
 * What the live moats are asked for. Immutable.
 *
 * @param targets everything that somebody listens to; those without a member in a source are
 *     missing
 * @param github repositories ({@code owner/name}) by language
 * @param portWatch chokepoints ({@code chokepoint2}) by region
 * @param federalRegister agencies ({@code securities-and-exchange-commission}) by region
 * @param edgar companies (CIK of ten digits) by sector
 * @param portWatchStaleDays age of PortWatch's newest day from which on it has no news
 * @param deadlineSeconds for each call, seconds on the wall
 */
public record MoatFeedSettings(
    List<MoatTarget> targets,
    SourceSettings github,
    SourceSettings portWatch,
    SourceSettings federalRegister,
    SourceSettings edgar,
    int portWatchStaleDays,
    int deadlineSeconds) {
  /** Copies the list. */
  public MoatFeedSettings {
    targets = List.copyOf(targets);
  }

  /**
   * The same of one server that has all four, below {@code /github}, {@code /portwatch}, {@code
   * /federalregister} and {@code /edgar}.
   */
  public MoatFeedSettings below(URI server) {
    String base = server.toString().replaceAll("/+$", "");
    return new MoatFeedSettings(
        targets,
        github.at(URI.create(base + "/github")),
        portWatch.at(URI.create(base + "/portwatch")),
        federalRegister.at(URI.create(base + "/federalregister")),
        edgar.at(URI.create(base + "/edgar")),
        portWatchStaleDays,
        deadlineSeconds);
  }
}
