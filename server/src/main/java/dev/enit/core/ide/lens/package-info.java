/** Code lenses: the state of the release's node, and the actions on it. */
@NullMarked
package dev.enit.core.ide.lens;

import org.jspecify.annotations.NullMarked;
