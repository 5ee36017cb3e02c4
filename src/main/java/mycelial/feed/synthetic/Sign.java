package mycelial.feed.synthetic;

import mycelial.market.Pair;

/** What makes a precursor more than a move of its own pair. */
sealed interface Sign {
  /** In words, to follow the description of the move. */
  String words();

  /** Whether two thresholds on what is seen at one instant can describe it. */
  default boolean isInsideGrammar() {
    return true;
  }

  /** Nothing more. */
  record None() implements Sign {
    @Override
    public String words() {
      return "";
    }
  }

  /** The last two minutes of the move trade a multiple of the usual volume. */
  record Climax(double low, double high) implements Sign {
    @Override
    public String words() {
      return ", ending in " + low + " to " + high + " times the usual volume";
    }
  }

  /** Another pair moves within five minutes before and comes back within fifty. */
  record Leader(Pair pair, double move) implements Sign {
    static final int MINUTES = 5;
    static final int RECOVERY = 50;

    @Override
    public String words() {
      return ", after " + pair + " moved " + Words.percent(move) + " in " + MINUTES + " minutes";
    }
  }

  /** The other pair moves at the same time: in the same direction, or nothing follows. */
  record SameDirection(Pair pair, double size) implements Sign {
    @Override
    public String words() {
      return ", up or down, while " + pair + " moves " + Words.percent(size) + " the same way";
    }

    @Override
    public boolean isInsideGrammar() {
      return false;
    }
  }

  /** Volatility is a quarter of the usual before the move. */
  record Calm(int minutes) implements Sign {
    static final double FACTOR = 0.25;

    @Override
    public String words() {
      return ", after " + minutes + " minutes of a quarter of the usual volatility";
    }
  }

  /** The move begins at a minute of every second hour, UTC. */
  record TimeOfDay(int minute, int parity) implements Sign {
    @Override
    public String words() {
      return ", beginning at minute " + minute + " of " + (parity == 1 ? "odd" : "even") + " hours";
    }
  }

  /** The move happens twice, the second time so many minutes after the first began. */
  record Again(int minutes) implements Sign {
    @Override
    public String words() {
      return ", and once more " + minutes + " minutes after it began";
    }

    @Override
    public boolean isInsideGrammar() {
      return false;
    }
  }

  /** The clock alone: the drift starts at a minute of each of some consecutive hours, UTC. */
  record ClockMinute(int minute, int fromHour, int hours) implements Sign {
    /** From how long before the drift it counts as announced, less the pause. */
    static final int MINUTES = 2;

    @Override
    public String words() {
      return ", at minute %d of each hour from %02d:00 to %02d:00 UTC"
          .formatted(minute, fromHour, (fromHour + hours) % 24);
    }
  }

  /** The move begins in some hours of the day, UTC. */
  record Session(int fromHour, int hours) implements Sign {
    @Override
    public String words() {
      return ", from %02d:00 to %02d:00 UTC".formatted(fromHour, fromHour + hours);
    }
  }

  /**
   * A moat's series jumps by four to six of its deviations, some minutes before all is complete.
   */
  record Signal(String channel, int minutes) implements Sign {
    @Override
    public String words() {
      return ", " + minutes + " minutes after a jump of " + channel;
    }
  }

  /** The drift only follows after a pause. */
  record Later(int minutes) implements Sign {
    @Override
    public String words() {
      return ", followed by a pause of " + minutes + " minutes";
    }

    @Override
    public boolean isInsideGrammar() {
      return false;
    }
  }
}
