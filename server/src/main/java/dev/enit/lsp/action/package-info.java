/** The actions on running nodes that a client can request: start, stop, restart and reconfigure. */
@NullMarked
package dev.enit.lsp.action;

import org.jspecify.annotations.NullMarked;
