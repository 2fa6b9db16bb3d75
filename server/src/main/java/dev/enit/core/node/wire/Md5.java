package dev.enit.core.node.wire;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The digest by which nodes prove that they know the cookie. */
final class Md5 {
  private Md5() {}

  static byte[] of(byte[] text) {
    try {
      return MessageDigest.getInstance("MD5").digest(text);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
