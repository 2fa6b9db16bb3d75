/** Tests of positions, URIs and edits, from tables of data. */
@NullMarked
package dev.enit.lsp.convert;

import org.jspecify.annotations.NullMarked;
