package dev.enit.cli;

/** How a command line ended and what it printed. */
public record Outcome(int status, String stdout, String stderr) {}
