@NullMarked
package dev.enit.core.ide.format;

import org.jspecify.annotations.NullMarked;
