/** Semantic tokens, for highlighting that knows more than the syntax. */
@NullMarked
package dev.enit.core.ide.token;

import org.jspecify.annotations.NullMarked;
