package dev.enit.cli.check;

import dev.enit.cli.command.Arguments;
import dev.enit.cli.command.Command;
import dev.enit.cli.command.CommandContext;
import dev.enit.cli.command.CommandDefinition;
import dev.enit.cli.command.ExitStatus;
import dev.enit.cli.command.GlobalOptions;
import dev.enit.cli.command.UserError;
import dev.enit.cli.terminal.MarkdownRenderer;
import dev.enit.cli.terminal.Output;
import dev.enit.cli.terminal.Style;
import dev.enit.core.check.DiagnosticCode;
import dev.enit.core.text.NearestName;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code enit explain}: the page of a diagnostic, or the list of them. */
public final class ExplainCommand implements Command {
  private enum Format {
    TEXT,
    MARKDOWN
  }

  @Override
  public CommandDefinition shape() {
    return CommandDefinition.command("explain")
        .option("FORMAT", "--format")
        .parameters("CODE", "0..1");
  }

  @Override
  public int run(Arguments arguments, CommandContext context) {
    Optional<String> name = arguments.parameters().stream().findFirst();
    Style style = GlobalOptions.style(arguments, context);
    if (name.isEmpty()) {
      list(context.out(), style);
      return ExitStatus.DONE;
    }
    DiagnosticCode code = find(name.get());
    boolean raw = arguments.choice("--format", Format.class) == Format.MARKDOWN;
    String page = page(code);
    boolean rendered =
        !raw && (style == Style.COLOURED || context.isTerminal() || arguments.has("--format"));
    context.out().print(rendered ? MarkdownRenderer.render(page, style) : page);
    return ExitStatus.DONE;
  }

  private static void list(Output out, Style style) {
    int width = Stream.of(DiagnosticCode.values()).mapToInt(c -> c.slug().length()).max().orElse(0);
    int severity = "information".length();
    for (DiagnosticCode code : DiagnosticCode.values()) {
      out.line(
          style.bold(code.id())
              + "  "
              + style.code(code.slug())
              + " ".repeat(width - code.slug().length() + 2)
              + style.severity(code.severity(), code.severity().label())
              + " ".repeat(severity - code.severity().label().length() + 2)
              + code.page().title());
    }
  }

  private static String page(DiagnosticCode code) {
    return "# %s %s: %s\n\n*%s*\n\n%s\n"
        .formatted(
            code.id(),
            code.slug(),
            code.page().title(),
            code.severity().label(),
            code.page().body());
  }

  private static DiagnosticCode find(String name) {
    return DiagnosticCode.of(name).orElseThrow(() -> unknown(name));
  }

  private static UserError unknown(String name) {
    List<String> names =
        Arrays.stream(DiagnosticCode.values())
            .flatMap(code -> Stream.of(code.slug(), code.id()))
            .toList();
    return NearestName.one(name, names)
        .map(near -> UserError.of("cli.explain.unknown.near", name, near))
        .orElseGet(() -> UserError.of("cli.explain.unknown", name));
  }
}
