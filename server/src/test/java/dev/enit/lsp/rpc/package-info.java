@NullMarked
package dev.enit.lsp.rpc;

import org.jspecify.annotations.NullMarked;
