/** Whole answers as text, which a command prints or an editor shows as a document. */
@NullMarked
package dev.enit.core.report;

import org.jspecify.annotations.NullMarked;
