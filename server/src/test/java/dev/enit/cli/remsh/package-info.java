@org.jspecify.annotations.NullMarked
package dev.enit.cli.remsh;
