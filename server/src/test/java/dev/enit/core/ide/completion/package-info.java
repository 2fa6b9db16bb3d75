@NullMarked
package dev.enit.core.ide.completion;

import org.jspecify.annotations.NullMarked;
