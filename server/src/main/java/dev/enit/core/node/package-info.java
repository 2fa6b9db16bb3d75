/** The running side: nodes, what they say of themselves, and what is done to them. */
@NullMarked
package dev.enit.core.node;

import org.jspecify.annotations.NullMarked;
