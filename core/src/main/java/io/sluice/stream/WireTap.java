package io.sluice.stream;

import java.nio.ByteBuffer;

/**
 * Told what comes of one answer, byte for byte: the body without HTTP's own framing and unpacked,
 * as it is given to the decoder. The endpoint's key, should the server echo it, is masked.
 *
 * <p>Told on the transport's own thread, before anything is made of the bytes: whatever has been
 * delivered has been told. That thread may serve other streams too, and they wait meanwhile, as
 * long as a write to a local file takes and no longer. One call at a time. A tap that throws ends
 * the stream as FAILED, and is told nothing more.
 */
public interface WireTap {

  /** The request is on its way. What was told so far is of an attempt that came to nothing. */
  void sent();

  /** The next bytes, to be read before this returns. */
  void bytes(ByteBuffer bytes);

  /** No more comes of this attempt, however it ended. Not told if no connection was made. */
  void end();
}
