/** The Erlang side's own tests, run from here. */
@NullMarked
package dev.enit.erlang;

import org.jspecify.annotations.NullMarked;
