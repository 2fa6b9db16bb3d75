package dev.enit.grammar.term;

/** A line and a column, both from 0, the column in UTF-16 units. */
public record Position(int line, int column) {}
