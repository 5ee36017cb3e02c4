package mycelial.cli;

import mycelial.message.SystemControl;
import picocli.CommandLine.Command;

/** Lifts a halt of a live session. */
@Command(
    name = "resume-trading",
    description = "Lifts a halt of a live session.",
    mixinStandardHelpOptions = true)
final class ResumeTradingCommand extends OperatorCall {
  @Override
  SystemControl.Command command() {
    return SystemControl.Command.RESUME;
  }
}
