package dev.enit.cli.fmt;

import dev.enit.cli.command.Arguments;
import dev.enit.cli.command.Command;
import dev.enit.cli.command.CommandContext;
import dev.enit.cli.command.CommandDefinition;
import dev.enit.cli.command.ExitStatus;
import dev.enit.cli.command.FileSearch;
import dev.enit.cli.command.UserError;
import dev.enit.core.host.RegularFile;
import dev.enit.core.text.Messages;
import dev.enit.core.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** {@code enit fmt}: formats files; a file with syntax errors stays as it is. */
public final class FmtCommand implements Command {
  private static final String STANDARD_INPUT = "-";

  @Override
  public CommandDefinition shape() {
    return CommandDefinition.command("fmt").flag("--check").parameters("PATH", "1..*");
  }

  @Override
  public int run(Arguments arguments, CommandContext context) {
    boolean check = arguments.has("--check");
    List<String> paths = arguments.parameters();
    if (paths.contains(STANDARD_INPUT)) {
      if (paths.size() > 1) {
        throw UserError.usage("cli.fmt.input-alone");
      }
      return standardInput(context, check);
    }
    int status = ExitStatus.DONE;
    for (Path file : files(arguments, context)) {
      status = Math.max(status, file(file, context, check));
    }
    return status;
  }

  private static int standardInput(CommandContext context, boolean check) {
    try {
      byte[] bytes = context.in().readAllBytes();
      return switch (FormattedFile.of(bytes)) {
        case FormattedFile.Broken broken -> report(context, STANDARD_INPUT, broken);
        case FormattedFile.Same _ -> check ? ExitStatus.DONE : print(context, bytes);
        case FormattedFile.Changed changed ->
            check ? list(context, STANDARD_INPUT) : print(context, changed.bytes());
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int file(Path file, CommandContext context, boolean check) {
    String shown = context.shown(file);
    try {
      byte[] bytes = RegularFile.read(file, RegularFile.MAX_TERMS);
      return switch (FormattedFile.of(bytes)) {
        case FormattedFile.Broken broken -> report(context, shown, broken);
        case FormattedFile.Same _ -> ExitStatus.DONE;
        case FormattedFile.Changed _ when check -> list(context, shown);
        case FormattedFile.Changed changed -> {
          FileReplacement.write(file, bytes, changed.bytes());
          yield ExitStatus.DONE;
        }
      };
    } catch (IOException e) {
      say(context, Messages.text("cli.fmt.failed", shown, reason(e)));
      return ExitStatus.ERROR;
    }
  }

  private static Set<Path> files(Arguments arguments, CommandContext context) {
    Workspace workspace = context.workspace(arguments).snapshot();
    Set<Path> files = new LinkedHashSet<>();
    for (String argument : arguments.parameters()) {
      Path path = context.path(argument);
      if (!Files.exists(path)) {
        throw UserError.of("cli.fmt.no-path", argument);
      }
      if (Files.isDirectory(path)) {
        files.addAll(FileSearch.ours(path, workspace, context));
      } else {
        files.add(path);
      }
    }
    return files;
  }

  private static int print(CommandContext context, byte[] bytes) {
    context.out().bytes(bytes);
    return ExitStatus.DONE;
  }

  private static int list(CommandContext context, String shown) {
    context.out().line(shown);
    return ExitStatus.ERROR;
  }

  private static int report(CommandContext context, String shown, FormattedFile.Broken broken) {
    say(context, Messages.text("cli.fmt.broken", shown, broken.line(), broken.column()));
    return ExitStatus.ERROR;
  }

  private static String reason(IOException e) {
    return switch (e) {
      case AccessDeniedException _ -> "permission denied";
      case FileSystemException f when f.getReason() != null -> f.getReason();
      default -> String.valueOf(e.getMessage());
    };
  }

  private static void say(CommandContext context, String text) {
    context.out().flush();
    context.err().line("enit: " + text);
    context.err().flush();
  }
}
