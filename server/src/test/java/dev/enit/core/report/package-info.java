/** Releases as text. */
@NullMarked
package dev.enit.core.report;

import org.jspecify.annotations.NullMarked;
