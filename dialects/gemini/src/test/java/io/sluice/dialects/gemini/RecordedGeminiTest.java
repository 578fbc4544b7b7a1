package io.sluice.dialects.gemini;

import io.sluice.recorded.RecordedDialectContract;
import io.sluice.transport.netty.EventStreams;
import io.sluice.wire.BodyDecoder;
import io.sluice.wire.Dialect;

/** Recorded streams, where there are some, whole, split and cut everywhere. */
class RecordedGeminiTest extends RecordedDialectContract {

  @Override
  protected Dialect dialect() {
    return new GeminiDialect();
  }

  @Override
  protected BodyDecoder.Factory decoders() {
    return EventStreams::decoder;
  }

  /** Only the end of the body ends an answer, so that it may end behind every event. */
  @Override
  protected boolean mayEnd(byte[] body, int cut) {
    boolean behindEvent = cut > 0 && "}\n\r ".indexOf(body[cut - 1]) >= 0;
    return super.mayEnd(body, cut) || (behindEvent && body[0] != '[');
  }
}
