package io.sluice.transport.netty;

import io.sluice.stream.Timeouts;
import io.sluice.transport.netty.body.EventStreamDecoder;
import io.sluice.wire.BodyDecoder;
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
   * Decodes what {@code in} holds to its end, on the caller's thread, each event as soon as its
   * bytes are there. {@code events} may throw; what it throws ends the reading and comes through.
   * Closing {@code in} is the caller's.
   *
   * @throws IOException if reading fails, or in one line if a line or an event exceeds 16 MiB
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
    return new EventStreamDecoder(in);
  }

  /**
   * Asks {@code url} for an event stream and decodes it until it ends, waiting for that. The events
   * come on another thread, one at a time; while one is being taken, nothing is read.
   *
   * @throws IOException in one line, if there is no answer of status 200 that says it is an event
   *     stream, if it breaks off, or if nothing comes within the limits
   * @throws IllegalArgumentException if the variable that names the proxy to it is malformed
   */
  public static void get(URI url, Timeouts timeouts, Proxies proxies, Consumer<WireEvent> events)
      throws IOException {
    new EventFetch(url, timeouts, events).await(proxies);
  }
}
