/** What shall run: which files make a release, and what its specification says. */
@NullMarked
package dev.enit.core.release;

import org.jspecify.annotations.NullMarked;
