/**
 * HTTP calls that end: bounded in time and size, on one host, each failure of a named kind. Knows
 * nothing of what is fetched.
 */
@NullMarked
package mycelial.feed.http;

import org.jspecify.annotations.NullMarked;
