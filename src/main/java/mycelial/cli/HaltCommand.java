package mycelial.cli;

import mycelial.message.SystemControl;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Stops a live session from opening positions until resume-trading, or at once and for good. */
@Command(
    name = "halt",
    description = "Stops a live session from opening positions until resume-trading.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  mycelial halt",
      "  mycelial halt --emergency --session run-20260105T120000Z-1a2b"
    })
final class HaltCommand extends OperatorCall {
  @Option(
      names = "--emergency",
      description = "Sell everything the account holds and end the session.")
  boolean emergency;

  @Override
  SystemControl.Command command() {
    return emergency ? SystemControl.Command.EMERGENCY_SHUTDOWN : SystemControl.Command.HALT;
  }
}
