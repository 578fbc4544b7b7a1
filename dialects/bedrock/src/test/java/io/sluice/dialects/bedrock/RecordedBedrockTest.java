package io.sluice.dialects.bedrock;

import io.sluice.recorded.RecordedDialectContract;
import io.sluice.transport.netty.EventStreams;
import io.sluice.wire.BodyDecoder;
import io.sluice.wire.Dialect;
import java.nio.ByteBuffer;

/** Recorded streams, where there are some, whole, split and cut everywhere. */
class RecordedBedrockTest extends RecordedDialectContract {

  @Override
  protected Dialect dialect() {
    return new BedrockDialect();
  }

  @Override
  protected BodyDecoder.Factory decoders() {
    return EventStreams::decoder;
  }

  /** Only the end of the body ends an answer, so that it may end behind every message. */
  @Override
  protected boolean mayEnd(byte[] body, int cut) {
    int end = 0;
    while (end < cut) {
      end += ByteBuffer.wrap(body).getInt(end);
    }
    return end == cut;
  }
}
