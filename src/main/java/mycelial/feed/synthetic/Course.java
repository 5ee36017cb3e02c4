package mycelial.feed.synthetic;

/**
 * On which days an effect occurs, and whether its precursor can be trusted.
 *
 * @param firstDay first day on which it occurs
 * @param endDay day from which it does not
 * @param fadeDay day from which its precursor goes on and nothing follows
 * @param trap whether the opposite follows in a bad regime of its pair
 */
record Course(int firstDay, int endDay, int fadeDay, boolean trap) {
  /** Every day the same. */
  static final Course STEADY = new Course(0, Integer.MAX_VALUE, Integer.MAX_VALUE, false);

  static final Course TRAP = new Course(0, Integer.MAX_VALUE, Integer.MAX_VALUE, true);

  static Course during(int firstDay, int endDay) {
    return new Course(firstDay, endDay, Integer.MAX_VALUE, false);
  }

  static Course fadingOn(int day) {
    return new Course(0, Integer.MAX_VALUE, day, false);
  }

  /** Whether its precursor is seen on a day. */
  boolean isActive(int day) {
    return day >= firstDay && day < endDay;
  }

  /** Day from which nothing is to be earned with it any more. */
  int lastDay(int days) {
    return StrictMath.min(days, StrictMath.min(endDay, fadeDay));
  }
}
