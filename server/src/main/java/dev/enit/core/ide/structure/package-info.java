/** The shape of a text: what can be folded away, what belongs together around a cursor. */
@NullMarked
package dev.enit.core.ide.structure;

import org.jspecify.annotations.NullMarked;
