/**
 * A server on loopback that speaks Kraken's REST and WebSocket v2 and the moat feeds, at any speed,
 * with scripted faults; for tests and demonstrations.
 */
@NullMarked
package mycelial.stub;

import org.jspecify.annotations.NullMarked;
