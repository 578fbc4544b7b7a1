package io.sluice.server.runs;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Names of runs that sort by time and that nobody guesses. Thread-safe. */
final class RunNames {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final int BASE = 36;

  /** So many digits of this base hold 129 bits. */
  private static final int DIGITS = 25;

  private final SecureRandom random = new SecureRandom();

  String next(Instant started) {
    var name = new StringBuilder(TIME.format(started)).append('-');
    for (int digit = 0; digit < DIGITS; digit++) {
      name.append(Character.forDigit(random.nextInt(BASE), BASE));
    }
    return name.toString();
  }
}
