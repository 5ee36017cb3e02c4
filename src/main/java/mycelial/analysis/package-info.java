/** Pure functions over prices: indicators, features, running statistics. Alone sees ta4j. */
@NullMarked
package mycelial.analysis;

import org.jspecify.annotations.NullMarked;
