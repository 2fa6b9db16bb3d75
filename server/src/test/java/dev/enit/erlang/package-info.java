/** The tests of the Erlang side, run by JUnit. */
@NullMarked
package dev.enit.erlang;

import org.jspecify.annotations.NullMarked;
