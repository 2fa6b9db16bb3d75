/**
 * The configuration of a release: layers, their sections, and the merge with the provenance of
 * every value.
 */
@NullMarked
package dev.enit.core.config;

import org.jspecify.annotations.NullMarked;
