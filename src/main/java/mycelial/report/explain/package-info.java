/**
 * Walks a trade, or one that did not happen, back through what is stored: prices, ideas, votes,
 * licences, recalls, risk decisions. Everything is read; nothing is made up where nothing is
 * stored.
 */
@NullMarked
package mycelial.report.explain;

import org.jspecify.annotations.NullMarked;
