/**
 * The handlers: one class per method of the protocol, which converts the parameters, calls the core
 * and converts the result.
 */
@NullMarked
package dev.enit.lsp.handler;

import org.jspecify.annotations.NullMarked;
