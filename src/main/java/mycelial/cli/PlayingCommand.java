package mycelial.cli;

import mycelial.colony.SessionRequest;

/** A command that plays a session, and can be had to play one again as it was begun. */
interface PlayingCommand {
  /** Its common options. */
  Common common();

  /** What its options ask for; a new session, unless the common options say what is done again. */
  SessionRequest request();
}
