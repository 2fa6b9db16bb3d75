/** Files as they are read: parsed texts, files that cannot be read, places in them. */
@NullMarked
package dev.enit.core.source;

import org.jspecify.annotations.NullMarked;
