package mycelial.colony;

import java.util.List;
import mycelial.agent.Agent;
import mycelial.message.Envelope;

/** Hears of what is delivered; called by the thread that owns the model. */
public interface Onlooker {
  /** Does not look. */
  Onlooker NOBODY = (envelope, readers) -> {};

  /**
   * A message has been put into mailboxes.
   *
   * @param readers whose; the list is the postman's own, to be read at once
   */
  void delivered(Envelope envelope, List<Agent> readers);
}
