/** Tests of distribution, against real emulators. */
@NullMarked
package dev.enit.core.node.wire;

import org.jspecify.annotations.NullMarked;
