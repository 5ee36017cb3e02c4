package mycelial.bus;

/**
 * Counters of a bus since it was opened.
 *
 * @param rounds rounds delivered
 * @param messages messages delivered
 * @param republishedRounds rounds that were void and had to be published again
 * @param foreignMessages messages that this session did not send in that round: ignored
 * @param duplicateMessages messages that came twice: the second was ignored
 * @param malformedMessages foreign messages that could not even be read
 * @param rejectedCommands operators' commands that were not authentic or not new
 * @param connections connections that are open
 */
public record BusStatistics(
    long rounds,
    long messages,
    long republishedRounds,
    long foreignMessages,
    long duplicateMessages,
    long malformedMessages,
    long rejectedCommands,
    int connections) {}
