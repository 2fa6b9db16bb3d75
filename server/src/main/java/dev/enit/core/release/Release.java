package dev.enit.core.release;

import dev.enit.core.config.ConfigLayer;
import dev.enit.core.config.EffectiveConfig;
import dev.enit.core.config.EffectiveConfig.NodeSettings;
import dev.enit.core.otp.OtpIndex;
import dev.enit.core.source.Source.UnreadableFile;
import dev.enit.core.source.SourceFile;
import dev.enit.grammar.term.Form;
import dev.enit.grammar.term.SyntaxError;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A release, as read from its files.
 *
 * @param specification empty if {@code release.enit} is absent or cannot be read
 * @param layers the weakest first
 * @param unreadable files and folders that should be part of it and cannot be read
 * @param applications those of the release and then of its extensions, each once, in start order
 * @param otp the applications that are installed for it
 */
public record Release(
    ReleaseKey key,
    Optional<ReleaseSpecification> specification,
    List<ConfigLayer> layers,
    List<UnreadableFile> unreadable,
    List<AppReference> applications,
    EffectiveConfig config,
    NodeSettings node,
    OtpIndex otp) {
  /** The words in a broken form that is, or has swallowed, a section {@code node}. */
  private static final Pattern TRACE = Pattern.compile("(?<![\\w@])node(?![\\w@])|nodename|cookie");

  public Release {
    layers = List.copyOf(layers);
    unreadable = List.copyOf(unreadable);
    applications = List.copyOf(applications);
  }

  public String name() {
    return key.name();
  }

  /** Returns the layer of a file, or empty if the file is none. */
  public Optional<ConfigLayer> layer(java.nio.file.Path path) {
    return layers.stream().filter(layer -> layer.path().equals(path)).findFirst();
  }

  /**
   * Returns whether every layer is free of syntax errors: only then may the absence of a setting be
   * a diagnostic.
   */
  public boolean hasIntactLayers() {
    return unreadable.isEmpty() && layers.stream().allMatch(layer -> layer.file().isIntact());
  }

  /**
   * Returns whether the OTP of the release reads all of its files: only then may it be compared
   * with a node, since settings in a broken part would count as removed.
   */
  public boolean isWhole() {
    return unreadable.isEmpty()
        && specification.filter(known -> known.file().isReadable()).isPresent()
        && layers.stream().allMatch(layer -> layer.file().isReadable());
  }

  /** Returns its files, the specification first. */
  public List<java.nio.file.Path> files() {
    return java.util.stream.Stream.concat(
            specification.stream().map(spec -> spec.file().path()),
            layers.stream().map(ConfigLayer::path))
        .toList();
  }

  /**
   * Returns whether the node is certain although a part of the files is broken. Any layer may set
   * its name and its cookie, so every layer must be readable, and no broken form may contain a
   * section {@code node}.
   */
  public boolean hasCertainNode() {
    return unreadable.stream().allMatch(closed -> closed.path().equals(key.specification()))
        && layers.stream().map(ConfigLayer::file).allMatch(Release::isCertain);
  }

  private static boolean isCertain(SourceFile file) {
    if (file.isIntact()) {
      return true;
    }
    List<Form> broken =
        file.terms().forms().stream()
            .filter(
                form -> !form.isIntact() || file.decoding().stream().anyMatch(e -> isIn(form, e)))
            .toList();
    // A file without a broken form is broken as a whole, for example because it is too long.
    return !broken.isEmpty()
        && broken.stream().noneMatch(f -> TRACE.matcher(f.span().in(file.text())).find());
  }

  private static boolean isIn(Form form, SyntaxError error) {
    return form.span().start() <= error.span().end() && error.span().start() <= form.span().end();
  }
}
