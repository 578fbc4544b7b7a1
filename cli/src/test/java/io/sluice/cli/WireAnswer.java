package io.sluice.cli;

import java.nio.charset.StandardCharsets;

/** What one connection is answered. Immutable. */
final class WireAnswer {

  private final byte[] bytes;
  private final byte[] refrain;
  private final long refrains;
  private final End end;

  private WireAnswer(byte[] bytes, byte[] refrain, long refrains, End end) {
    this.bytes = bytes;
    this.refrain = refrain;
    this.refrains = refrains;
    this.end = end;
  }

  static WireAnswer of(String text) {
    return of(utf8(text));
  }

  static WireAnswer of(byte[] bytes) {
    return new WireAnswer(bytes, new byte[0], 0, End.CLOSE);
  }

  WireAnswer then(End next) {
    return new WireAnswer(bytes, refrain, refrains, next);
  }

  WireAnswer thenAgainAndAgain(String text, long times) {
    return new WireAnswer(bytes, utf8(text), times, end);
  }

  /** Head and body. */
  byte[] bytes() {
    return bytes;
  }

  /** What is then said again and again. */
  byte[] refrain() {
    return refrain;
  }

  /** How often. */
  long refrains() {
    return refrains;
  }

  /** What follows. */
  End end() {
    return end;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** What a connection does behind its answer. */
  enum End {
    CLOSE,
    RESET,
    STAY
  }
}
