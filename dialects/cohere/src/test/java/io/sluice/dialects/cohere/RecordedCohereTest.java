package io.sluice.dialects.cohere;

import io.sluice.recorded.RecordedDialectContract;
import io.sluice.transport.netty.EventStreams;
import io.sluice.wire.BodyDecoder;
import io.sluice.wire.Dialect;

/** Recorded streams, where there are some, whole, split and cut everywhere. */
class RecordedCohereTest extends RecordedDialectContract {

  @Override
  protected Dialect dialect() {
    return new CohereDialect();
  }

  @Override
  protected BodyDecoder.Factory decoders() {
    return EventStreams::decoder;
  }
}
