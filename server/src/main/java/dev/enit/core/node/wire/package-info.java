/**
 * Distribution with Erlang nodes: names, the name server, the handshake, terms as bytes, calls. A
 * node sees a hidden node without a listening port.
 */
@NullMarked
package dev.enit.core.node.wire;

import org.jspecify.annotations.NullMarked;
