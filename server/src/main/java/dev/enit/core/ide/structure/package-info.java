/** The structure of a text: folding ranges and selection ranges. */
@NullMarked
package dev.enit.core.ide.structure;

import org.jspecify.annotations.NullMarked;
