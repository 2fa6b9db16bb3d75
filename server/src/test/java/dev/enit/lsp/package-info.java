/** Tests of the language server, with a fake editor over real streams. */
@NullMarked
package dev.enit.lsp;

import org.jspecify.annotations.NullMarked;
