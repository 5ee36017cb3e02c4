package mycelial.gui;

/**
 * A setting that may be changed in the window before a session.
 *
 * @param key of the configuration, for example {@code council.quorum}
 * @param title for people, with the unit
 * @param value in force for the next session, as the configuration writes it
 */
public record Parameter(String key, String title, String value) {}
