/** Where the outside comes in: market and moat feeds, whether recorded, synthetic or live. */
@NullMarked
package mycelial.feed;

import org.jspecify.annotations.NullMarked;
