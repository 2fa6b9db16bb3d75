package dev.enit.core.node.wire;

import java.io.IOException;

/** Bytes that are no term. */
public final class MalformedTerm extends IOException {
  MalformedTerm(String what) {
    super(what);
  }
}
