/** What stands in a file, as a tree; and names searched over all releases. */
@NullMarked
package dev.enit.core.ide.symbol;

import org.jspecify.annotations.NullMarked;
