/** JSON-RPC over a pair of streams: frames, requests and their cancellation, without reflection. */
@NullMarked
package dev.enit.lsp.rpc;

import org.jspecify.annotations.NullMarked;
