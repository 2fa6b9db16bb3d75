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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** {@code enit fmt}: lays out files; a broken file is left alone. */
public final class FmtCommand implements Command {
  private static final String STANDARD_INPUT = "-";

  @Override
  public CommandDefinition shape() {
    return CommandDefinition.command("fmt").flag("--check").parameters("PATH", "1..*");
  }

  @Override
  public int run(Arguments arguments, CommandContext shell) {
    boolean check = arguments.has("--check");
    List<String> paths = arguments.parameters();
    if (paths.contains(STANDARD_INPUT)) {
      if (paths.size() > 1) {
        throw UserError.usage("cli.fmt.input-alone");
      }
      return standardInput(shell, check);
    }
    int status = ExitStatus.DONE;
    for (Path file : files(arguments, shell)) {
      status = Math.max(status, file(file, shell, check));
    }
    return status;
  }

  private static int standardInput(CommandContext shell, boolean check) {
    try {
      byte[] bytes = shell.in().readAllBytes();
      return switch (FormattedFile.of(bytes)) {
        case FormattedFile.Broken broken -> report(shell, STANDARD_INPUT, broken);
        case FormattedFile.Same _ -> check ? ExitStatus.DONE : print(shell, bytes);
        case FormattedFile.Changed changed ->
            check ? list(shell, STANDARD_INPUT) : print(shell, changed.bytes());
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int file(Path file, CommandContext shell, boolean check) {
    String shown = shell.shown(file);
    try {
      byte[] bytes = RegularFile.read(file, RegularFile.MAX_TERMS);
      return switch (FormattedFile.of(bytes)) {
        case FormattedFile.Broken broken -> report(shell, shown, broken);
        case FormattedFile.Same _ -> ExitStatus.DONE;
        case FormattedFile.Changed _ when check -> list(shell, shown);
        case FormattedFile.Changed changed -> {
          FileReplacement.write(file, bytes, changed.bytes());
          yield ExitStatus.DONE;
        }
      };
    } catch (IOException e) {
      say(shell, Messages.text("cli.fmt.failed", shown, IoErrorText.of(e)));
      return ExitStatus.ERROR;
    }
  }

  private static Set<Path> files(Arguments arguments, CommandContext shell) {
    Workspace workspace = shell.workspace(arguments).snapshot();
    Set<Path> files = new LinkedHashSet<>();
    for (String argument : arguments.parameters()) {
      Path path = shell.path(argument);
      if (!Files.exists(path)) {
        throw UserError.of("cli.fmt.no-path", argument);
      }
      if (Files.isDirectory(path)) {
        files.addAll(FileSearch.ours(path, workspace, shell));
      } else {
        files.add(path);
      }
    }
    return files;
  }

  private static int print(CommandContext shell, byte[] bytes) {
    shell.out().bytes(bytes);
    return ExitStatus.DONE;
  }

  private static int list(CommandContext shell, String shown) {
    shell.out().line(shown);
    return ExitStatus.ERROR;
  }

  private static int report(CommandContext shell, String shown, FormattedFile.Broken broken) {
    say(shell, Messages.text("cli.fmt.broken", shown, broken.line(), broken.column()));
    return ExitStatus.ERROR;
  }

  private static void say(CommandContext shell, String text) {
    shell.out().flush();
    shell.err().line("enit: " + text);
    shell.err().flush();
  }
}
