package mycelial.dashboard;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The session that is shown.
 *
 * @param session its id
 * @param databases the folder of its databases
 * @param pairs whose prices are listened to while it runs
 * @param live how it is reached while it runs; asked by any thread, at most a few times a second
 */
public record Subject(
    String session, Path databases, List<String> pairs, Supplier<Optional<LiveLink>> live) {}
