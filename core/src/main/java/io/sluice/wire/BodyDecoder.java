package io.sluice.wire;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/**
 * Decodes the body of one answer into events, a slice at a time, so that a body of any length is
 * read only as fast as it is asked for. Mutable; for one thread at a time.
 */
public interface BodyDecoder extends Closeable {

  /**
   * Reads the next slice and hands its events to {@code events}, in order and on this thread. A
   * slice may hold no event. Returns whether more follows; the call that reaches the end of the
   * body also hands over what only the end shows, such as an unfinished event. Not to be called
   * again after that, or after it has thrown.
   *
   * @throws java.net.ProtocolException in one line, if the body exceeds a bound of its format
   * @throws IOException if it cannot be read
   */
  boolean decode(Consumer<WireEvent> events) throws IOException;

  /** Makes decoders, such as {@code EventStreams::decoder} of the Netty transport. */
  @FunctionalInterface
  interface Factory {

    /** A decoder of a body in that framing. Closing {@code in} is the caller's. */
    BodyDecoder decoder(Framing framing, InputStream in);
  }

  /** Releases what the decoder holds; closing what it reads is up to the one who gave it that. */
  @Override
  void close() throws IOException;
}
