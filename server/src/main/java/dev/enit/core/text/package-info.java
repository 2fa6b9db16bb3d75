/**
 * User text: the catalogue of messages, and values, names and durations in words. The text of
 * diagnostics is on their pages.
 */
@NullMarked
package dev.enit.core.text;

import org.jspecify.annotations.NullMarked;
