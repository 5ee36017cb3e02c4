package mycelial.config;

/**
 * One setting in force.
 *
 * @param key dotted key, for example {@code trading.size-percent}
 * @param value its value in canonical form (plain decimals, lower-case choices)
 * @param origin {@code file:line}, {@code environment variable NAME}, {@code option --name} or
 *     {@code default}
 */
public record Entry(String key, String value, String origin) {}
