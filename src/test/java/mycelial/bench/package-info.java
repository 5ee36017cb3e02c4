/** Measures whole replays in processes of their own; programs to run by hand, not tests. */
@NullMarked
package mycelial.bench;

import org.jspecify.annotations.NullMarked;
