package dev.enit.cli.fmt;

import dev.enit.cli.Arguments;
import dev.enit.cli.Command;
import dev.enit.cli.ExitStatus;
import dev.enit.cli.FileSearch;
import dev.enit.cli.Shape;
import dev.enit.cli.Shell;
import dev.enit.cli.StatedError;
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
  public Shape shape() {
    return Shape.command("fmt").flag("--check").parameters("PATH", "1..*");
  }

  @Override
  public int run(Arguments arguments, Shell shell) {
    boolean check = arguments.has("--check");
    List<String> paths = arguments.parameters();
    if (paths.contains(STANDARD_INPUT)) {
      if (paths.size() > 1) {
        throw StatedError.usage("cli.fmt.input-alone");
      }
      return standardInput(shell, check);
    }
    int status = ExitStatus.DONE;
    for (Path file : files(arguments, shell)) {
      status = Math.max(status, file(file, shell, check));
    }
    return status;
  }

  private static int standardInput(Shell shell, boolean check) {
    try {
      byte[] bytes = shell.in().readAllBytes();
      return switch (Formatting.of(bytes)) {
        case Formatting.Broken broken -> report(shell, STANDARD_INPUT, broken);
        case Formatting.Same _ -> check ? ExitStatus.DONE : print(shell, bytes);
        case Formatting.Changed changed ->
            check ? list(shell, STANDARD_INPUT) : print(shell, changed.bytes());
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int file(Path file, Shell shell, boolean check) {
    String shown = shell.shown(file);
    try {
      byte[] bytes = RegularFile.read(file, RegularFile.MAX_TERMS);
      return switch (Formatting.of(bytes)) {
        case Formatting.Broken broken -> report(shell, shown, broken);
        case Formatting.Same _ -> ExitStatus.DONE;
        case Formatting.Changed _ when check -> list(shell, shown);
        case Formatting.Changed changed -> {
          FileReplacement.write(file, bytes, changed.bytes());
          yield ExitStatus.DONE;
        }
      };
    } catch (IOException e) {
      say(shell, Messages.text("cli.fmt.failed", shown, IoReason.of(e)));
      return ExitStatus.ERROR;
    }
  }

  private static Set<Path> files(Arguments arguments, Shell shell) {
    Workspace workspace = shell.workspace(arguments).snapshot();
    Set<Path> files = new LinkedHashSet<>();
    for (String argument : arguments.parameters()) {
      Path path = shell.path(argument);
      if (!Files.exists(path)) {
        throw StatedError.of("cli.fmt.no-path", argument);
      }
      if (Files.isDirectory(path)) {
        files.addAll(FileSearch.ours(path, workspace, shell));
      } else {
        files.add(path);
      }
    }
    return files;
  }

  private static int print(Shell shell, byte[] bytes) {
    shell.out().bytes(bytes);
    return ExitStatus.DONE;
  }

  private static int list(Shell shell, String shown) {
    shell.out().line(shown);
    return ExitStatus.ERROR;
  }

  private static int report(Shell shell, String shown, Formatting.Broken broken) {
    say(shell, Messages.text("cli.fmt.broken", shown, broken.line(), broken.column()));
    return ExitStatus.ERROR;
  }

  private static void say(Shell shell, String text) {
    shell.out().flush();
    shell.err().line("enit: " + text);
    shell.err().flush();
  }
}
