package mycelial.cli;

import mycelial.message.SystemControl;
import picocli.CommandLine.Command;

/** Stops a live session from opening positions until resume-trading. */
@Command(
    name = "halt",
    description = "Stops a live session from opening positions until resume-trading.",
    mixinStandardHelpOptions = true)
final class HaltCommand extends OperatorCall {
  @Override
  SystemControl.Command command() {
    return SystemControl.Command.HALT;
  }
}
