@NullMarked
package dev.enit.core.ide;

import org.jspecify.annotations.NullMarked;
