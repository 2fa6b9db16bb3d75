package dev.enit.core.check.section;

import dev.enit.core.config.ConfigForm;
import dev.enit.core.config.ConfigForm.Entry;
import dev.enit.core.config.ConfigForm.Extension;
import dev.enit.core.config.ConfigForm.Section;
import dev.enit.core.config.ConfigLayer;
import dev.enit.core.config.NodeKey;
import dev.enit.core.settings.SettingsFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * The detection of configuration files outside any release. Many tools keep Erlang terms in a
 * {@code *.config} file, and {@code {erl_opts, [debug_info]}.} looks like a section with a bare
 * value. To avoid false positives a file counts only because of contents that no other tool writes,
 * or because of its folder.
 */
public final class LooseFiles {
  /** The names of files of other tools, whatever they contain. */
  private static final Set<String> OTHERS =
      Set.of(
          "rebar.config",
          "relx.config",
          "elvis.config",
          "sys.config",
          "ct.config",
          "cover.config",
          "erlfmt.config");

  /** The applications that only the configuration of a node has sections for. */
  private static final Set<String> OF_A_NODE = Set.of("kernel", "stdlib", "sasl");

  /** The folders that hold a folder for each release. */
  private static final List<Path> ROOTS = List.of(Path.of("etc/enit"), Path.of("var/lib/enit"));

  private LooseFiles() {}

  /** Returns whether the sections of a file outside any release are checked. */
  public static boolean isConfiguration(ConfigLayer layer) {
    Path path = layer.path();
    String name = String.valueOf(path.getFileName());
    if (!name.endsWith(".config") || name.equals(SettingsFile.NAME)) {
      return false;
    }
    return liesInRoot(path)
        || (!OTHERS.contains(name) && layer.forms().stream().anyMatch(LooseFiles::isOfANode));
  }

  /** Returns whether a name is certainly that of a section. */
  static boolean isOfANode(String application) {
    return application.equals(NodeKey.SECTION) || OF_A_NODE.contains(application);
  }

  private static boolean liesInRoot(Path path) {
    Path folder = path.getParent();
    Path root = folder == null ? null : folder.getParent();
    return root != null && ROOTS.stream().anyMatch(root::endsWith);
  }

  private static boolean isOfANode(ConfigForm form) {
    return switch (form) {
      case Extension extension -> extension.applications() != null;
      case Section section when section.application().name().equals(NodeKey.SECTION) ->
          section.entries().stream().anyMatch(LooseFiles::isNodeSetting);
      case Section section ->
          OF_A_NODE.contains(section.application().name()) && !section.entries().isEmpty();
      default -> false;
    };
  }

  private static boolean isNodeSetting(Entry entry) {
    return NodeKey.of(entry.key().name()).isPresent();
  }
}
