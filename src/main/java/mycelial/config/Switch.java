package mycelial.config;

/** Whether a part of the system is at work. */
public enum Switch {
  ON,
  OFF
}
