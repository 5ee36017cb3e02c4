package mycelial.cli;

import java.util.function.Consumer;
import mycelial.colony.Colony;
import mycelial.colony.SessionListener;
import mycelial.storage.SessionStatus;

/** A listener whose session's statuses go elsewhere. */
record Watched(SessionListener listener, Consumer<SessionStatus> statuses)
    implements SessionListener {
  @Override
  public void progress(Colony colony) {
    listener.progress(colony);
  }

  @Override
  public void say(String line) {
    listener.say(line);
  }

  @Override
  public void status(SessionStatus status) {
    statuses.accept(status);
  }
}
