package dev.enit.core.ide.symbol;

import dev.enit.core.source.Place;

/**
 * A name found by a search.
 *
 * @param container what it belongs to: a release, and for a key its application as well
 */
public record FoundSymbol(String name, Symbol.Kind kind, String container, Place place) {}
