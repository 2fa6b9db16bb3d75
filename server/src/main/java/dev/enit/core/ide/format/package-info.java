/** Formatting as small edits of white space: of a file, of a range, and while the user types. */
@NullMarked
package dev.enit.core.ide.format;

import org.jspecify.annotations.NullMarked;
