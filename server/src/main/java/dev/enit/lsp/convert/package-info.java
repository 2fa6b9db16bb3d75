/**
 * The conversion between the types of the protocol and those of the core; no other package
 * converts.
 */
@NullMarked
package dev.enit.lsp.convert;

import org.jspecify.annotations.NullMarked;
