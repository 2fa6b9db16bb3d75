/** What commands share: their arguments, their surroundings, the releases that they name. */
@NullMarked
package dev.enit.cli.command;

import org.jspecify.annotations.NullMarked;
