@NullMarked
package dev.enit.core.parameter;

import org.jspecify.annotations.NullMarked;
