package dev.enit.cli.apps;

import dev.enit.cli.command.Arguments;
import dev.enit.cli.command.Command;
import dev.enit.cli.command.CommandContext;
import dev.enit.cli.command.CommandDefinition;
import dev.enit.cli.command.ExitStatus;
import dev.enit.cli.command.GlobalOptions;
import dev.enit.cli.command.UserError;
import dev.enit.core.otp.OtpIndex;
import dev.enit.core.text.NearestName;
import dev.enit.core.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** {@code enit apps}: the installed applications. */
public final class AppsCommand implements Command {
  private enum Format {
    TEXT,
    JSON
  }

  @Override
  public CommandDefinition shape() {
    return CommandDefinition.command("apps")
        .option("FORMAT", "--format")
        .parameters("NAME", "0..1");
  }

  @Override
  public int run(Arguments arguments, CommandContext context) {
    Format format = arguments.choice("--format", Format.class);
    Workspace workspace = context.workspace(arguments).snapshot();
    OtpIndex otp = workspace.otp(context.directory());
    Optional<String> name = arguments.parameters().stream().findFirst();
    List<String> names =
        name.map(List::of).orElseGet(() -> List.copyOf(new TreeSet<>(otp.names())));
    name.filter(n -> otp.find(n).isEmpty())
        .ifPresent(
            n -> {
              throw unknown(n, otp, context);
            });
    switch (format) {
      case TEXT -> {
        TextApps text =
            new TextApps(
                context,
                GlobalOptions.style(arguments, context),
                otp,
                workspace.secrets(context.directory()));
        name.ifPresentOrElse(text::one, () -> text.all(names));
      }
      case JSON -> JsonApps.print(context, otp, names);
    }
    return ExitStatus.DONE;
  }

  private static UserError unknown(String name, OtpIndex otp, CommandContext context) {
    String searched = String.join("`, `", otp.searched().stream().map(context::shown).toList());
    if (otp.searched().isEmpty()) {
      return UserError.of("cli.apps.unknown.no-otp", name);
    }
    List<String> near = NearestName.some(name, otp.names());
    return near.isEmpty()
        ? UserError.of("cli.apps.unknown", name, searched)
        : UserError.of("cli.apps.unknown.near", name, searched, String.join("`, `", near));
  }
}
