package dev.enit.core.ide.hierarchy;

import dev.enit.core.config.ConfigForm.Extension;
import dev.enit.core.config.ConfigLayer;
import dev.enit.core.config.NodeKey;
import dev.enit.core.ide.CursorPlace;
import dev.enit.core.ide.CursorPlace.ApplicationName;
import dev.enit.core.ide.CursorPlace.ExtensionName;
import dev.enit.core.ide.CursorPlace.ReleaseName;
import dev.enit.core.ide.CursorPlace.SectionName;
import dev.enit.core.ide.CursorPlaces;
import dev.enit.core.ide.FileScope;
import dev.enit.core.ide.hierarchy.Hierarchies.DependencyNode.Kind;
import dev.enit.core.ide.navigation.AppText;
import dev.enit.core.ide.navigation.NavigationTarget;
import dev.enit.core.otp.OtpIndex.InstalledApp;
import dev.enit.core.release.Release;
import dev.enit.core.release.ReleaseSpecification;
import dev.enit.core.text.Messages;
import dev.enit.core.workspace.Workspace;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.TermPrinter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The dependency hierarchy of applications, resolved step by step. */
public final class Hierarchies {
  private Hierarchies() {}

  /** The line to begin with for what stands at an offset; nothing where that needs nothing. */
  public static Optional<HierarchyItem> at(Workspace workspace, Path path, int offset) {
    CursorPlace place = CursorPlaces.at(workspace, path, offset);
    return FileScope.of(workspace, path).flatMap(scope -> first(scope, place));
  }

  private static Optional<HierarchyItem> first(FileScope scope, CursorPlace place) {
    Items items = new Items(scope);
    return switch (place) {
      case ApplicationName app -> Optional.of(items.application(app.name(), here(scope, place)));
      case SectionName section when !section.application().equals(NodeKey.SECTION) ->
          Optional.of(items.application(section.application(), here(scope, place)));
      case ExtensionName extension -> extension(scope, items, extension.span());
      case ReleaseName _ -> items.release();
      default -> Optional.empty();
    };
  }

  private static NavigationTarget here(FileScope scope, CursorPlace place) {
    return new NavigationTarget(scope.path(), place.span(), place.span());
  }

  private static Optional<HierarchyItem> extension(FileScope scope, Items items, Span name) {
    return scope.layers().stream()
        .filter(layer -> layer.path().equals(scope.path()))
        .flatMap(
            layer ->
                layer.extensions().stream()
                    .filter(found -> found.form().absolute(found.name()).equals(name))
                    .map(found -> items.extension(layer, found)))
        .findFirst();
  }

  /** Who needs it, nearest to the release first. */
  public static List<Dependency> incoming(Workspace workspace, DependencyNode dependant) {
    return FileScope.of(workspace, dependant.origin())
        .map(scope -> new Dependents(scope).by(dependant))
        .orElse(List.of());
  }

  /** What it needs, in the order in which it says so. */
  public static List<Dependency> outgoing(Workspace workspace, DependencyNode dependant) {
    return FileScope.of(workspace, dependant.origin())
        .map(scope -> new Dependencies(scope).of(dependant))
        .orElse(List.of());
  }

  /**
   * One step of a hierarchy.
   *
   * @param item at the other end
   * @param mentions where the one that needs names the other, in offsets of its file
   */
  public record Dependency(HierarchyItem item, List<Span> mentions) {
    public Dependency {
      mentions = List.copyOf(mentions);
    }
  }

  /**
   * A release, an extension or an application in a hierarchy; enough to be found again in a later
   * snapshot.
   *
   * @param name of an extension as it is printed
   * @param origin a file of the release that is looked at; of an extension the file it stands in
   */
  public record DependencyNode(Kind kind, String name, Path origin) {

    /** What needs applications. */
    public enum Kind {
      RELEASE,
      EXTENSION,
      APPLICATION
    }
  }

  /**
   * One line of a hierarchy.
   *
   * @param detail such as the version; often empty
   * @param target where it stands
   */
  public record HierarchyItem(DependencyNode dependant, String detail, NavigationTarget target) {}

  /** The factory of hierarchy items from the scope of a file. */
  record Items(FileScope scope) {

    /**
     * An application.
     *
     * @param mention the place of its name, for one without a file
     */
    HierarchyItem application(String name, NavigationTarget mention) {
      DependencyNode dependant = new DependencyNode(Kind.APPLICATION, name, scope.path());
      return scope
          .otp()
          .find(name)
          .map(app -> new HierarchyItem(dependant, scope.otp().version(app), target(app)))
          .orElseGet(
              () -> new HierarchyItem(dependant, Messages.text("hierarchy.notInstalled"), mention));
    }

    private NavigationTarget target(InstalledApp app) {
      return AppText.of(scope.workspace(), app.appFile())
          .map(AppText::name)
          .orElseGet(() -> NavigationTarget.startOf(app.appFile()));
    }

    /** The release; nothing where its specification cannot be understood. */
    Optional<HierarchyItem> release() {
      return scope.release().flatMap(this::release);
    }

    private Optional<HierarchyItem> release(Release release) {
      ReleaseSpecification specification = release.specification().orElse(null);
      if (specification == null || specification.form() == null || specification.name() == null) {
        return Optional.empty();
      }
      Path path = specification.file().path();
      NavigationTarget target =
          new NavigationTarget(
              path,
              specification.form().span(),
              specification.form().absolute(specification.name()));
      DependencyNode dependant = new DependencyNode(Kind.RELEASE, release.name(), path);
      return Optional.of(new HierarchyItem(dependant, specification.version().orElse(""), target));
    }

    HierarchyItem extension(ConfigLayer layer, Extension extension) {
      String name = TermPrinter.print(extension.name());
      return new HierarchyItem(
          new DependencyNode(Kind.EXTENSION, name, layer.path()),
          "",
          new NavigationTarget(
              layer.path(), extension.form().span(), extension.form().absolute(extension.name())));
    }
  }
}
