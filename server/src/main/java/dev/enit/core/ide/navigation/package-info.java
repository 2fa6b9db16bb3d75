/** Navigation from a name to its definitions and declarations. */
@NullMarked
package dev.enit.core.ide.navigation;

import org.jspecify.annotations.NullMarked;
