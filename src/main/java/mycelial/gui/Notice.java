package mycelial.gui;

/** Something that a user should see; may be called by any thread. */
@FunctionalInterface
public interface Notice {
  /** Shows one line. */
  void say(String line);
}
