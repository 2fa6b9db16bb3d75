package dev.enit.core.otp;

import java.util.Set;

/**
 * The applications that belong to OTP, installed or not. Distributions split OTP into packages, so
 * that one which is not installed is no misspelling of one that is.
 */
public final class OtpApplications {
  /** OTP 25 to 29, and {@code otp_mibs}, which is in 25 and 26 only. */
  private static final Set<String> NAMES =
      Set.of(
          "asn1",
          "common_test",
          "compiler",
          "crypto",
          "debugger",
          "dialyzer",
          "diameter",
          "edoc",
          "eldap",
          "erl_docgen",
          "erts",
          "et",
          "eunit",
          "ftp",
          "inets",
          "kernel",
          "megaco",
          "mnesia",
          "observer",
          "odbc",
          "os_mon",
          "otp_mibs",
          "parsetools",
          "public_key",
          "reltool",
          "runtime_tools",
          "sasl",
          "snmp",
          "ssh",
          "ssl",
          "stdlib",
          "syntax_tools",
          "tftp",
          "tools",
          "wx",
          "xmerl");

  private static final Set<String> OF_BASE = Set.of("compiler", "erts", "kernel", "sasl", "stdlib");

  private OtpApplications() {}

  public static boolean contains(String name) {
    return NAMES.contains(name);
  }

  /** The package of Debian and its descendants that an application of OTP comes in. */
  public static String debianPackage(String name) {
    return "erlang-" + (OF_BASE.contains(name) ? "base" : name.replace('_', '-'));
  }
}
