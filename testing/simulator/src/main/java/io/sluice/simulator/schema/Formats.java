package io.sluice.simulator.schema;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The formats of strings that are kept; any other format is no constraint. */
final class Formats {
  private static final String DATE = "\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])";
  private static final String TIME =
      "([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d+)?(Z|[+-]\\d{2}:\\d{2})";
  private static final String HOST =
      "[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*";
  private static final String BYTE = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";

  /** A format's pattern for the whole text, and texts that match it. */
  private record KnownFormat(String pattern, List<String> samples) {
    KnownFormat(String pattern, String... samples) {
      this(pattern, List.of(samples));
    }
  }

  private static final Map<String, KnownFormat> KNOWN =
      Map.ofEntries(
          Map.entry("date", new KnownFormat(DATE, "2025-03-14", "2024-11-05", "2026-07-01")),
          Map.entry("time", new KnownFormat(TIME, "09:30:00Z", "17:45:00Z", "06:00:00Z")),
          Map.entry(
              "date-time",
              new KnownFormat(
                  DATE + "[Tt]" + TIME, "2025-03-14T09:30:00Z", "2024-11-05T17:45:00Z")),
          Map.entry(
              "duration",
              new KnownFormat(
                  "P(?!$)(\\d+Y)?(\\d+M)?(\\d+W)?(\\d+D)?(T(?=\\d)(\\d+H)?(\\d+M)?(\\d+S)?)?",
                  "PT30M",
                  "P1D",
                  "P2DT3H")),
          Map.entry(
              "email",
              new KnownFormat("[A-Za-z0-9._%+-]+@" + HOST, "ada@example.com", "grace@example.org")),
          Map.entry("hostname", new KnownFormat(HOST, "example.com", "mill.example.org")),
          Map.entry(
              "ipv4", new KnownFormat(BYTE + "(\\." + BYTE + "){3}", "192.0.2.17", "198.51.100.4")),
          Map.entry(
              "ipv6",
              new KnownFormat(
                  "([0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}|::1|2001:db8::[0-9a-f]{1,4}",
                  "2001:db8::17", "2001:db8::4")),
          Map.entry(
              "uri",
              new KnownFormat(
                  "[A-Za-z][A-Za-z0-9+.-]*:[^\\s\"<>\\\\^`{|}]+",
                  "https://example.com/river",
                  "https://example.org/mill")),
          Map.entry(
              "uuid",
              new KnownFormat(
                  "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}",
                  "3f2b8c1e-5d4a-4e6f-9a7b-1c2d3e4f5a6b", "0d9e8f7a-6b5c-4d3e-8f2a-1b0c9d8e7f6a")));

  private Formats() {}

  /** Whether a text has the format; true for a format that is not known. */
  static boolean hold(String format, String text) {
    return Optional.ofNullable(KNOWN.get(format))
        .map(known -> PatternMatch.found("^(?:" + known.pattern() + ")$", text))
        .orElse(true);
  }

  /** Texts of a format; empty if it is not known. */
  static List<String> samples(String format) {
    return Optional.ofNullable(KNOWN.get(format)).map(KnownFormat::samples).orElse(List.of());
  }
}
