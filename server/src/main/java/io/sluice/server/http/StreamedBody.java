package io.sluice.server.http;

/** The body of a reply that is written while it is made. */
@FunctionalInterface
public interface StreamedBody {

  /** Called once the head was sent, on the loop of {@code out}. It must not block. */
  void begin(BodyWriter out);
}
