/** Tests against real emulators, with a name server of their own. */
@NullMarked
package dev.enit.core.node;

import org.jspecify.annotations.NullMarked;
