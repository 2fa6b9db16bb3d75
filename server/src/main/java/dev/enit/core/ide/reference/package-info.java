/** The references to a name: in one file, in a release, in all releases. */
@NullMarked
package dev.enit.core.ide.reference;

import org.jspecify.annotations.NullMarked;
