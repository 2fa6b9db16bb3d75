/** Files and folders that values name. */
@NullMarked
package dev.enit.core.ide.link;

import org.jspecify.annotations.NullMarked;
