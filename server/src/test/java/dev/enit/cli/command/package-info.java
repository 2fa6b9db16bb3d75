@NullMarked
package dev.enit.cli.command;

import org.jspecify.annotations.NullMarked;
