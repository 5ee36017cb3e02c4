package mycelial.cli;

import mycelial.message.SystemControl;
import picocli.CommandLine.Command;

/** Ends a live session cleanly; open positions are marked. */
@Command(
    name = "stop",
    description = "Ends a live session cleanly; open positions are marked.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  mycelial stop"})
final class StopCommand extends OperatorCall {
  @Override
  SystemControl.Command command() {
    return SystemControl.Command.STOP;
  }
}
