/** What is known of running nodes while an editor shows their releases. */
@NullMarked
package dev.enit.core.live;

import org.jspecify.annotations.NullMarked;
