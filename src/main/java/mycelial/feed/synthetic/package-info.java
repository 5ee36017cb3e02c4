/**
 * A seeded synthetic market with effects planted in it, to be watched live or written as files. It
 * shares no code with the learners that look for the effects.
 */
@NullMarked
package mycelial.feed.synthetic;

import org.jspecify.annotations.NullMarked;
