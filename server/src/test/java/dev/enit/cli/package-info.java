/** The command line, by what it prints: a folder of golden files for each case. */
@NullMarked
package dev.enit.cli;

import org.jspecify.annotations.NullMarked;
