/** The only place where the protocol's words become the core's and the other way round. */
@NullMarked
package dev.enit.lsp.convert;

import org.jspecify.annotations.NullMarked;
