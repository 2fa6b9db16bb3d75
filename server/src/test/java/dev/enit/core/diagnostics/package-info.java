@NullMarked
package dev.enit.core.diagnostics;

import org.jspecify.annotations.NullMarked;
