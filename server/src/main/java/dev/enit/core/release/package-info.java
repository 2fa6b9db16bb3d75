/**
 * The releases: their files, their specifications, and the order in which their applications start.
 */
@NullMarked
package dev.enit.core.release;

import org.jspecify.annotations.NullMarked;
