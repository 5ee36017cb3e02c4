/** Measures how often the verdict on synergy errs, and how often it sees what is there. */
@NullMarked
package mycelial.bench.synergy;

import org.jspecify.annotations.NullMarked;
