package mycelial.cli;

import mycelial.message.SystemControl;
import picocli.CommandLine.Command;

/** Lifts a halt of a live session. */
@Command(
    name = "resume-trading",
    description = "Lifts a halt of a live session.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  mycelial resume-trading --session run-20260105T120000Z-1a2b"})
final class ResumeTradingCommand extends OperatorCall {
  @Override
  SystemControl.Command command() {
    return SystemControl.Command.RESUME;
  }
}
