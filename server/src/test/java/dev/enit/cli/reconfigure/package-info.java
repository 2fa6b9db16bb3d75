/** Tests of changes of releases that enit started. */
@NullMarked
package dev.enit.cli.reconfigure;

import org.jspecify.annotations.NullMarked;
