package mycelial.feed.synthetic;

import mycelial.feed.synthetic.Effect.Episodes;

/**
 * An effect that has no pair yet.
 *
 * @param family name of the kind of sign
 * @param move what the pair itself does before
 * @param sign what else is seen before
 * @param episodes how often it occurs
 * @param longest minutes of the longest drift there is room for
 */
record Draft(String family, Move move, Sign sign, Episodes episodes, int longest) {}
