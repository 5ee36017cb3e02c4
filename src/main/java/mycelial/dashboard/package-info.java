/**
 * The web page that shows a session: a server on the loopback address that reads the databases and
 * Redis only, so that it runs inside the session's process as well as in one of its own.
 */
@NullMarked
package mycelial.dashboard;

import org.jspecify.annotations.NullMarked;
