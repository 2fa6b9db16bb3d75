package dev.enit.core.release;

import dev.enit.core.source.Place;

/** The name of an application where a release or an extension lists it. */
public record AppReference(String name, Place place) {}
