package mycelial.dashboard;

import com.fasterxml.jackson.databind.node.ObjectNode;
import mycelial.storage.SessionTail;

/** A part of what is shown, that grows with what is stored. Used by the poller's thread. */
interface Section {
  /** Takes in what has been stored since the last call, and says so in the update. */
  void read(SessionTail tail, ObjectNode update);

  /** Everything that it knows, for a page that has just been opened. */
  void tell(ObjectNode snapshot);
}
