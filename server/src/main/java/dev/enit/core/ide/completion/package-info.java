/**
 * Completion at the cursor: found in broken text, ranked, with all that the text needs around it.
 */
@NullMarked
package dev.enit.core.ide.completion;

import org.jspecify.annotations.NullMarked;
