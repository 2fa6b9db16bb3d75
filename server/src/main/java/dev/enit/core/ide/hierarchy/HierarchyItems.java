package dev.enit.core.ide.hierarchy;

import dev.enit.core.config.ConfigForm.Extension;
import dev.enit.core.config.ConfigLayer;
import dev.enit.core.ide.FileScope;
import dev.enit.core.ide.hierarchy.DependencyNode.Kind;
import dev.enit.core.ide.navigation.AppText;
import dev.enit.core.ide.navigation.NavigationTarget;
import dev.enit.core.otp.AppFile;
import dev.enit.core.otp.InstalledApp;
import dev.enit.core.release.Release;
import dev.enit.core.release.ReleaseSpecification;
import dev.enit.core.text.Messages;
import dev.enit.grammar.term.TermPrinter;
import java.nio.file.Path;
import java.util.Optional;

/** The factory of hierarchy items from the scope of a file. */
record HierarchyItems(FileScope scope) {

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
        .map(app -> new HierarchyItem(dependant, version(app), target(app)))
        .orElseGet(
            () -> new HierarchyItem(dependant, Messages.text("hierarchy.notInstalled"), mention));
  }

  private String version(InstalledApp app) {
    return scope
        .otp()
        .appFile(app.name())
        .map(AppFile::version)
        .filter(version -> !version.isEmpty())
        .orElse(app.directoryVersion());
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
            path, specification.form().span(), specification.form().absolute(specification.name()));
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
