/**
 * Keeps what a session did in two SQLite files, {@code trades.db} and {@code mycelial_patterns.db}.
 * One thread writes; readers have connections of their own. Nothing outside sees {@code java.sql}.
 */
@NullMarked
package mycelial.storage;

import org.jspecify.annotations.NullMarked;
