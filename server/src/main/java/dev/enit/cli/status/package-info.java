/** The {@code status} and {@code list} commands: the states of releases and their nodes. */
@NullMarked
package dev.enit.cli.status;

import org.jspecify.annotations.NullMarked;
