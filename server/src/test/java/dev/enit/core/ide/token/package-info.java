@NullMarked
package dev.enit.core.ide.token;

import org.jspecify.annotations.NullMarked;
