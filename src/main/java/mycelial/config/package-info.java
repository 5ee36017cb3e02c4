/**
 * Typed configuration: what is in force, from where, and everything that is wrong with it. A
 * section is a record with a {@code read} method that names each key, its range and its default;
 * that is all there is to add for a new one. Secrets are kept apart.
 */
@NullMarked
package mycelial.config;

import org.jspecify.annotations.NullMarked;
