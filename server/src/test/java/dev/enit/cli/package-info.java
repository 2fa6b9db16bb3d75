/** Tests of the command line by its output: a folder of golden files for each case. */
@NullMarked
package dev.enit.cli;

import org.jspecify.annotations.NullMarked;
