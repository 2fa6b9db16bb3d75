/** What stands above a line: how the node of the release is, and what can be done with it. */
@NullMarked
package dev.enit.core.ide.lens;

import org.jspecify.annotations.NullMarked;
