package mycelial.cli;

/** The documented exit codes. */
final class ExitCode {
  static final int FINE = 0;
  static final int FAILED = 1;
  static final int USAGE = 2;
  static final int CONFIGURATION = 3;
  static final int BAD_DATA = 4;
  static final int SERVICE = 5;
  static final int INTERRUPTED = 130;

  private ExitCode() {}
}
