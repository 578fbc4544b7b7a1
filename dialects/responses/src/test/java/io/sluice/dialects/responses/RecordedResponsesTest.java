package io.sluice.dialects.responses;

import io.sluice.recorded.RecordedDialectContract;
import io.sluice.transport.netty.EventStreams;
import io.sluice.wire.BodyDecoder;
import io.sluice.wire.Dialect;

/** Recorded streams, where there are some, whole, split and cut everywhere. */
class RecordedResponsesTest extends RecordedDialectContract {

  @Override
  protected Dialect dialect() {
    return new ResponsesDialect();
  }

  @Override
  protected BodyDecoder.Factory decoders() {
    return EventStreams::decoder;
  }
}
