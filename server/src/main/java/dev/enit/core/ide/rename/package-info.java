/** Renames of keys, extensions and releases, in all files at once. */
@NullMarked
package dev.enit.core.ide.rename;

import org.jspecify.annotations.NullMarked;
