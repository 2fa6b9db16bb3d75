/** Inlay hints of a file, as functions of a snapshot and a range. */
@NullMarked
package dev.enit.core.ide.hint;

import org.jspecify.annotations.NullMarked;
