package dev.enit.core.config;

import dev.enit.core.source.Place;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.Term;

/** A key and its value, with the place in the layer that sets it. */
public record Setting(ConfigLayer layer, ConfigForm.Section section, ConfigForm.Entry entry) {

  public String application() {
    return section.application().name();
  }

  public String key() {
    return entry.key().name();
  }

  public Term value() {
    return entry.value();
  }

  /** Returns the span of the whole {@code {Key, Value}}. */
  public Span span() {
    return section.form().absolute(entry.tuple());
  }

  public Span keySpan() {
    return section.form().absolute(entry.key());
  }

  public Span valueSpan() {
    return section.form().absolute(entry.value());
  }

  /** Returns the place of the key. */
  public Place place() {
    return new Place(layer.path(), keySpan());
  }

  /** Returns the line of the key, from 1. */
  public int line() {
    return layer.file().terms().lines().line(keySpan().start()) + 1;
  }
}
