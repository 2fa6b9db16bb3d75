/** Reports as text, which commands print and editors show as documents. */
@NullMarked
package dev.enit.core.report;

import org.jspecify.annotations.NullMarked;
