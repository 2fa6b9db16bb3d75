/**
 * The words that users read: one catalogue for everything but diagnostics, whose words stand on
 * their pages.
 */
@NullMarked
package dev.enit.core.text;

import org.jspecify.annotations.NullMarked;
