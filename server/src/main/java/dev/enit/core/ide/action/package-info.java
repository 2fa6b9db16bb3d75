/** The code actions at a place, as functions of a snapshot and a range. */
@NullMarked
package dev.enit.core.ide.action;

import org.jspecify.annotations.NullMarked;
