/** Tests of reports on releases. */
@NullMarked
package dev.enit.core.report;

import org.jspecify.annotations.NullMarked;
