package dev.enit.core.ide.completion;

/** Templates of forms that are still empty. */
final class FormSkeletons {
  private static final String INDENT = "\n    ";

  private FormSkeletons() {}

  /** The list of settings of a section. */
  static Template settings() {
    return Template.of("[").layout(INDENT, "").end().layout("\n", "").text("]");
  }

  /** The settings of a node that has none yet: the one that every release needs. */
  static Template node(String cookie) {
    return Template.of("[")
        .layout(INDENT, "")
        .text("{cookie, \"")
        .stop(cookie)
        .text("\"}")
        .end()
        .layout("\n", "")
        .text("]");
  }

  /** An extension, behind its tag. */
  static Template extension() {
    return Template.EMPTY.stop("name").text(", ").then(extensionProperties());
  }

  /** The properties of an extension. */
  static Template extensionProperties() {
    return Template.of("[")
        .layout(INDENT, "")
        .text("{applications, [")
        .end()
        .text("]}")
        .layout("\n", "")
        .text("]");
  }

  /**
   * The properties of a release.
   *
   * @param application a proposal for its first one; may be empty
   */
  static Template releaseProperties(String version, Template application) {
    return Template.of("[")
        .layout(INDENT, "")
        .text("{vsn, \"")
        .stop(version)
        .text("\"},")
        .layout(INDENT, " ")
        .text("{applications, [")
        .then(application)
        .text("]}")
        .layout("\n", "")
        .text("]");
  }
}
