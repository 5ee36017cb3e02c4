package mycelial.colony;

/**
 * Where a run stands.
 *
 * @param from first instant of the session, seconds since the epoch
 * @param now schedule time, seconds since the epoch
 * @param tradingFrom when trading begins, seconds since the epoch
 * @param to last instant of the session, seconds since the epoch
 * @param bars closed bars announced
 * @param instants instants stepped
 * @param failures times that an agent has thrown
 * @param archived patterns archived
 */
public record RunCounters(
    double from,
    double now,
    double tradingFrom,
    double to,
    long bars,
    long instants,
    long failures,
    long archived) {}
