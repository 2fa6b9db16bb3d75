package dev.enit.core.ide;

import dev.enit.core.config.NodeKey;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.Term;

/**
 * The element at the cursor, in terms of releases. Every feature that asks "what is here" asks
 * {@link CursorPlaces}, so that they all agree. Spans are offsets of the file.
 */
public sealed interface CursorPlace {

  /** Of the word or value itself. */
  Span span();

  /** A key of a section, or its value. */
  sealed interface OfSetting extends CursorPlace {
    /** The application that the section is for; {@code node} among them. */
    String application();

    String key();

    /** Of the key, also where the cursor is in the value: it tells one setting from another. */
    Span keySpan();

    default boolean isNode() {
      return application().equals(NodeKey.SECTION);
    }
  }

  /** Which list or property list a word stands in. */
  enum Owner {
    RELEASE,
    EXTENSION
  }

  /** The name in {@code {release, Name, …}}. */
  record ReleaseName(Span span, String name) implements CursorPlace {}

  /** The name in {@code {extension, Name, …}}. */
  record ExtensionName(Span span, Term name) implements CursorPlace {}

  /** The key of a property, such as {@code vsn}. */
  record PropertyName(Span span, String property, Owner owner) implements CursorPlace {}

  /** The value of a property that is no list of applications. */
  record PropertyValue(Span span, String property, Owner owner) implements CursorPlace {}

  /** An application in the list of a release or an extension. */
  record ApplicationName(Span span, String name, Owner owner) implements CursorPlace {}

  /** The application that a section is for. */
  record SectionName(Span span, String application) implements CursorPlace {}

  /** A key, with or without a value behind it. */
  record SettingKey(Span span, String application, String key) implements OfSetting {
    @Override
    public Span keySpan() {
      return span;
    }
  }

  /** A value, wherever in it the cursor is. */
  record SettingValue(Span span, String application, String key, Span keySpan)
      implements OfSetting {}

  /** What is to be written where a word stands that means nothing yet. */
  enum Wanted {
    /** A form: the word stands between forms. */
    FORM,
    /** The tag of a specification, {@code release}. */
    TAG,
    /** The list of settings of a section. */
    SETTINGS,
    /** The properties of a release. */
    RELEASE_PROPERTIES,
    /** The properties of an extension. */
    EXTENSION_PROPERTIES
  }

  /**
   * A word in the place of something larger, such as the first letters of a new form.
   *
   * @param application of the section that {@link Wanted#SETTINGS} are for, else empty
   */
  record Slot(Span span, Wanted wanted, String application) implements CursorPlace {}

  /** White space, a comment, a bracket, or a term that means nothing at its place. */
  record Nothing(Span span) implements CursorPlace {}
}
