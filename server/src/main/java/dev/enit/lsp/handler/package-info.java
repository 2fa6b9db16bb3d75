/** One small class per method of the protocol: convert, ask the core, convert. */
@NullMarked
package dev.enit.lsp.handler;

import org.jspecify.annotations.NullMarked;
