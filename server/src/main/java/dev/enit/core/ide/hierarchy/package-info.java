/** Which application needs which, step by step. */
@NullMarked
package dev.enit.core.ide.hierarchy;

import org.jspecify.annotations.NullMarked;
