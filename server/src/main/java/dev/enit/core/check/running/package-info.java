/** What a running node has to say about the files of its release. */
@NullMarked
package dev.enit.core.check.running;

import org.jspecify.annotations.NullMarked;
