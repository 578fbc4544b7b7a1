package io.sluice.server.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sluice.server.http.BodyWriter;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Breaks the silence of an event stream with a comment, so that its client knows that the
 * connection stands, and cuts a stream whose client has read nothing for a while. Confined to its
 * loop.
 */
final class Heartbeat {

  private static final Duration LONGEST = Duration.ofSeconds(15);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final LongSupplier nanoTime;
  private final byte[] comment;
  private long broken;
  private long readable;

  /**
   * @param comment what breaks the silence; empty if it is not broken
   */
  Heartbeat(LongSupplier nanoTime, String comment) {
    this.nanoTime = nanoTime;
    this.comment = comment.getBytes(UTF_8);
  }

  void begin(BodyWriter out) {
    long now = nanoTime.getAsLong();
    broken = now;
    readable = now;
    out.after(LONGEST, () -> look(out));
  }

  /** Something was written. */
  void broken() {
    broken = nanoTime.getAsLong();
  }

  private void look(BodyWriter out) {
    long now = nanoTime.getAsLong();
    if (out.isWritable()) {
      readable = now;
    } else if (now - readable >= PATIENCE.toNanos()) {
      out.cut();
      return;
    }
    if (comment.length > 0 && out.isWritable() && now - broken >= LONGEST.toNanos()) {
      broken = now;
      out.write(comment);
    }
    Duration next = LONGEST.minusNanos(now - broken);
    out.after(next.isNegative() || next.isZero() ? LONGEST : next, () -> look(out));
  }
}
