package dev.enit.cli.reconfigure;

import dev.enit.cli.command.Arguments;
import dev.enit.cli.command.CommandContext;
import dev.enit.cli.command.DiagnosticText;
import dev.enit.cli.command.GlobalOptions;
import dev.enit.cli.command.UserError;
import dev.enit.core.check.Diagnostic;
import dev.enit.core.config.SecretKeys;
import dev.enit.core.node.ReconfigureOutcome;
import dev.enit.core.node.ReconfigureOutcome.Cause.Cancelled;
import dev.enit.core.node.ReconfigureOutcome.Undone;
import dev.enit.core.node.ReconfigurePlan;
import dev.enit.core.node.wire.UnreachableReason;
import dev.enit.core.posix.SystemLog;
import dev.enit.core.posix.SystemLog.Priority;
import dev.enit.core.report.DiffText;
import dev.enit.core.report.OutcomeText;
import dev.enit.core.text.Messages;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Says how a reconfiguration ended, wherever it was asked to say it. */
final class OutcomeReport {
  private final ReleaseAndNode sides;
  private final CommandContext shell;
  private final Arguments arguments;
  private final Optional<SecretKeys> masked;
  private final Optional<JsonOutcome> json;

  /**
   * A report.
   *
   * @param masked the rule for secrets; empty where they are shown
   */
  OutcomeReport(
      ReleaseAndNode sides, Arguments arguments, boolean json, Optional<SecretKeys> masked) {
    this.sides = sides;
    this.shell = sides.named().context();
    this.arguments = arguments;
    this.masked = masked;
    this.json = json ? Optional.of(new JsonOutcome(sides, masked)) : Optional.empty();
  }

  /** The configuration has errors; they are shown, and nothing is begun. */
  UserError faulty(List<Diagnostic> errors) {
    UserError error = UserError.of("reconfigure.faulty", sides.named().name());
    if (json.isPresent()) {
      json.get().faulty(errors, error.text());
    } else {
      DiagnosticText.printErrors(sides.named().workspace(), errors, arguments, shell);
    }
    return error;
  }

  /** A file is not any more what the plan was made from. */
  UserError filesChanged(List<Path> files) {
    String names = String.join("`, `", files.stream().map(shell::shown).toList());
    return refused("files-changed", UserError.of("reconfigure.files-changed", names));
  }

  /** The connection ended while the node was changing. */
  UserError lost(UnreachableReason reason) {
    return refused(
        "connection", UserError.of("reconfigure.lost", reason.message(), sides.named().name()));
  }

  /** Only a look at what would be done. */
  void planned(ReconfigurePlan plan) {
    if (json.isPresent()) {
      json.get().planned(plan);
      return;
    }
    new DiffText(shell.out()::line, shell::shown, GlobalOptions.style(arguments, shell), masked)
        .print(plan.diff());
    shell.out().line("");
    shell.out().line(Messages.text("cli.reconfigure.planned"));
  }

  /**
   * The change was made, or not.
   *
   * @throws UserError where it was not
   */
  void ended(ReconfigurePlan plan, ReconfigureOutcome outcome) {
    List<String> lines = OutcomeText.of(plan, outcome);
    Optional<UserError> error = error(outcome);
    if (json.isPresent()) {
      json.get().ended(plan, outcome, error.map(UserError::text));
    } else {
      lines.forEach(shell.out()::line);
    }
    shell.out().flush();
    if (logs()) {
      lines.forEach(line -> log(Priority.NOTICE, line));
    }
    if (error.isPresent()) {
      throw error.get();
    }
  }

  private Optional<UserError> error(ReconfigureOutcome outcome) {
    boolean interrupted = outcome instanceof Undone undone && undone.cause() instanceof Cancelled;
    return OutcomeText.error(sides.release(), outcome)
        .map(text -> interrupted ? UserError.interrupting(text) : UserError.saying(text));
  }

  private UserError refused(String reason, UserError error) {
    json.ifPresent(document -> document.refused(reason, error.text()));
    return error;
  }

  /** Whether everything goes to the system's log as well. */
  private boolean logs() {
    return arguments.has("--syslog");
  }

  private void log(Priority priority, String line) {
    SystemLog.write(priority, sides.named().name() + ": " + line.strip());
  }
}
