package dev.enit.cli;

/** How a command line ended and what it printed. */
record Outcome(int status, String stdout, String stderr) {}
