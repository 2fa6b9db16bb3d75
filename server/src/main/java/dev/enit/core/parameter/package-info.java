/** The documented parameters of applications, and when a change of one takes effect. */
@NullMarked
package dev.enit.core.parameter;

import org.jspecify.annotations.NullMarked;
