/** From a name to where it is said: definitions and declarations. */
@NullMarked
package dev.enit.core.ide.navigation;

import org.jspecify.annotations.NullMarked;
