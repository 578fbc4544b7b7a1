package io.sluice.transport.netty;

import io.sluice.stream.Timeouts;
import io.sluice.transport.netty.body.EventStreamDecoder;
import io.sluice.wire.BodyDecoder;
import io.sluice.wire.Framing;
import io.sluice.wire.WireEvent;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.function.Consumer;

/**
 * Decodes any event stream by the standard (WHATWG HTML, "Server-sent events"), without a dialect.
 */
public final class EventStreams {

  private EventStreams() {}

  /**
   * Decodes {@code in} to its end on the caller's thread and passes on each event as soon as its
   * bytes are there. {@code events} may throw; the exception ends the reading and reaches the
   * caller. The caller closes {@code in}.
   *
   * @throws IOException if reading fails, or with a one-line message if a line or an event exceeds
   *     16 MiB
   */
  public static void read(InputStream in, Consumer<WireEvent> events) throws IOException {
    try (BodyDecoder decoder = decoder(in)) {
      boolean more = true;
      while (more) {
        more = decoder.decode(events);
      }
    }
  }

  /**
   * Returns a decoder of what {@code in} holds, for a program that reads slice by slice, or for a
   * record that is played again. Closing {@code in} is the caller's.
   */
  public static BodyDecoder decoder(InputStream in) {
    return decoder(Framing.SSE, in);
  }

  /**
   * Returns a decoder of a streamed body in that framing, for a program that reads slice by slice,
   * or for a record that is played again. Closing {@code in} is the caller's.
   */
  public static BodyDecoder decoder(Framing framing, InputStream in) {
    return new EventStreamDecoder(framing, in);
  }

  /**
   * Requests an event stream from {@code url}, decodes it, and blocks until it ends. The events are
   * passed on one at a time on another thread; nothing is read while {@code events} handles one.
   *
   * @throws IOException with a one-line message, if the answer does not have status 200, is not
   *     declared an event stream, breaks off, or exceeds a timeout
   * @throws IllegalArgumentException if the variable that names the proxy for {@code url} is
   *     malformed
   */
  public static void get(URI url, Timeouts timeouts, Proxies proxies, Consumer<WireEvent> events)
      throws IOException {
    new EventFetch(url, timeouts, events).await(proxies);
  }
}
