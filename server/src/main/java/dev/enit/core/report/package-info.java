/** Whole answers as text, for whoever shows them: a command, or a document in an editor. */
@NullMarked
package dev.enit.core.report;

import org.jspecify.annotations.NullMarked;
