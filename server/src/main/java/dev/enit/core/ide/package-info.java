/** Language features, as functions from a snapshot and an offset. */
@NullMarked
package dev.enit.core.ide;

import org.jspecify.annotations.NullMarked;
