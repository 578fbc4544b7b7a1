package io.sluice.stream;

import java.nio.ByteBuffer;

/**
 * Receives the bytes of one answer: the body without HTTP's own framing and decompressed, exactly
 * as the decoder gets it. The endpoint's key is masked if the server repeats it.
 *
 * <p>Called on the transport's own thread, before the bytes are decoded: the bytes of every
 * delivered chunk have been passed to it. That thread may serve other streams, which wait
 * meanwhile; a call should take no longer than a write to a local file. One call at a time. A tap
 * that throws ends the stream as FAILED, and is not called again.
 */
public interface WireTap {

  /** Called when the request was sent. Bytes before this call belong to an attempt that failed. */
  void sent();

  /** Called with the next bytes, which must be read before this returns. */
  void bytes(ByteBuffer bytes);

  /** Called when an attempt has ended in any way; not called if no connection was made. */
  void end();
}
