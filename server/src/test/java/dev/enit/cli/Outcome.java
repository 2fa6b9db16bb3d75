package dev.enit.cli;

/** The result of a command line: its exit status and its output. */
public record Outcome(int status, String stdout, String stderr) {}
