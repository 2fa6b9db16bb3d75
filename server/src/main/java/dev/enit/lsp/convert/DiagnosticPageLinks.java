package dev.enit.lsp.convert;

import dev.enit.core.check.DiagnosticCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The links from diagnostics to their pages, the text that {@code enit explain} prints. The pages
 * are in the distribution, whose launcher names the directory; without it there is no link.
 */
final class DiagnosticPageLinks {
  private static final String FOLDER = "enit.pages";

  private DiagnosticPageLinks() {}

  static Optional<String> uri(DiagnosticCode code) {
    return Optional.ofNullable(System.getProperty(FOLDER))
        .map(folder -> Path.of(folder, code.id() + ".md").toAbsolutePath().normalize())
        .filter(Files::isRegularFile)
        .map(page -> page.toUri().toString());
  }
}
