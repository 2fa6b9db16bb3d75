/** The dependency hierarchy of applications, step by step. */
@NullMarked
package dev.enit.core.ide.hierarchy;

import org.jspecify.annotations.NullMarked;
