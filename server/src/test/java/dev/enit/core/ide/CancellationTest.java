package dev.enit.core.ide;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.enit.core.cancel.CancellationToken;
import dev.enit.core.config.ConfigMerge;
import dev.enit.core.config.SecretKeys;
import dev.enit.core.diagnostics.CheckRunner;
import dev.enit.core.diagnostics.Diagnostics;
import dev.enit.core.ide.action.CodeActionItem.Kind;
import dev.enit.core.ide.action.CodeActionProviders;
import dev.enit.core.ide.format.RangeFormatting;
import dev.enit.core.ide.reference.References;
import dev.enit.core.ide.rename.RenameProvider;
import dev.enit.core.ide.structure.Foldings;
import dev.enit.core.ide.symbol.DocumentSymbols;
import dev.enit.core.ide.symbol.WorkspaceSymbols;
import dev.enit.core.ide.token.SemanticTokens;
import dev.enit.core.release.Release;
import dev.enit.core.release.ReleaseKey;
import dev.enit.core.report.EffectivePage;
import dev.enit.core.settings.HostFacts;
import dev.enit.core.settings.Settings;
import dev.enit.core.source.SourceFile;
import dev.enit.core.workspace.Workspace;
import dev.enit.core.workspace.WorkspaceHost;
import dev.enit.grammar.format.FormatOptions;
import dev.enit.grammar.term.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Tests that every loop over the elements of a file checks for cancellation. It counts the checks,
 * which does not depend on the speed of the machine.
 */
class CancellationTest {
  private static final int COUNT = 400;

  @TempDir private Path folder;

  /** A long computation about the middle of a file that is full of errors. */
  enum Work {
    CHECKS {
      @Override
      void run(Of of) {
        CheckRunner.ofRelease(of.workspace, of.release());
      }
    },
    MERGE {
      @Override
      void run(Of of) {
        ConfigMerge.merge(of.release().layers(), _ -> Map.of(), SecretKeys.COMMON);
      }
    },
    ACTIONS {
      @Override
      void run(Of of) {
        CodeActionProviders.at(
            of.workspace,
            of.path,
            new Span(0, of.file().text().length()),
            EnumSet.allOf(Kind.class));
      }
    },
    EFFECTIVE_PAGE {
      @Override
      void run(Of of) {
        EffectivePage.of(of.workspace, of.key());
      }
    },
    DOCUMENT_SYMBOLS {
      @Override
      void run(Of of) {
        DocumentSymbols.of(of.file());
      }
    },
    FOLDINGS {
      @Override
      void run(Of of) {
        Foldings.of(of.file().terms(), 10_000);
      }
    },
    SEMANTIC_TOKENS {
      @Override
      void run(Of of) {
        of.file()
            .terms()
            .forms()
            .forEach(form -> SemanticTokens.of(of.path, form, of.file().text()));
      }
    },
    FORMATTING {
      @Override
      void run(Of of) {
        Span all = new Span(0, of.file().text().length());
        RangeFormatting.edits(of.file().terms(), List.of(all), FormatOptions.DEFAULT);
      }
    },
    REFERENCES {
      @Override
      void run(Of of) {
        References.at(of.workspace, List.of(), of.path, of.offset(), true, () -> {});
      }
    },
    WORKSPACE_SYMBOLS {
      @Override
      void run(Of of) {
        WorkspaceSymbols.find(of.workspace, List.of(of.root), "size", () -> {});
      }
    },
    RENAME {
      @Override
      void run(Of of) {
        RenameProvider.rename(of.workspace, of.path, of.offset(), "other", false);
      }
    };

    abstract void run(Of of);
  }

  /** The input of a computation. */
  private record Of(Workspace workspace, Path root, Path path) {
    SourceFile file() {
      return workspace.file(path).orElseThrow();
    }

    ReleaseKey key() {
      return workspace.releaseOf(path).orElseThrow();
    }

    Release release() {
      return workspace.release(key());
    }

    int offset() {
      return file().text().indexOf("size") + 1;
    }
  }

  @ParameterizedTest
  @EnumSource(Work.class)
  void everyElementAsks(Work work) throws IOException {
    Of of = of();
    Diagnostics.of(of.workspace, of.path);
    AtomicInteger asked = new AtomicInteger();
    CancellationToken.bound(
        () -> {
          asked.incrementAndGet();
          return false;
        },
        () -> {
          work.run(of);
          return null;
        });
    assertTrue(asked.get() >= COUNT / 2, () -> work + " asked " + asked + " times");
    int half = asked.get() / 2;
    AtomicInteger again = new AtomicInteger();
    assertThrows(
        CancellationException.class,
        () ->
            CancellationToken.bound(
                () -> again.incrementAndGet() > half,
                () -> {
                  work.run(of);
                  return null;
                }));
    work.run(of);
  }

  private Of of() throws IOException {
    Path root = folder.toRealPath();
    Path releases = root.resolve("var/lib/enit");
    Path hosts = root.resolve("etc/enit");
    Files.createDirectories(releases.resolve("web"));
    Files.createDirectories(hosts.resolve("web"));
    Files.writeString(
        releases.resolve("web/release.enit"),
        "{release, web, [{vsn, \"1\"}, {applications, [kernel, stdlib]}]}.\n");
    String lines =
        IntStream.range(0, COUNT)
            .mapToObj(number -> "{shop, [\n  {size, %d}]}.".formatted(number))
            .collect(Collectors.joining("\n"));
    Path path = Files.writeString(hosts.resolve("web/user.config"), lines);
    Settings settings =
        new Settings(Optional.of(releases), Optional.of(hosts), Optional.empty(), List.of());
    Workspace workspace = new WorkspaceHost(settings, Map.of(), HostFacts.ofThisHost()).snapshot();
    return new Of(workspace, root, path);
  }
}
