/** A fake editor that talks to the real server over real streams. */
@NullMarked
package dev.enit.lsp;

import org.jspecify.annotations.NullMarked;
