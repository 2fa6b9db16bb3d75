/** The symbols of a file as a tree, and the search for names in all releases. */
@NullMarked
package dev.enit.core.ide.symbol;

import org.jspecify.annotations.NullMarked;
