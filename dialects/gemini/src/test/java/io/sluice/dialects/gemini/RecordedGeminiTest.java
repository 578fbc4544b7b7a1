package io.sluice.dialects.gemini;

import io.sluice.recorded.RecordedDialectContract;
import io.sluice.transport.netty.EventStreams;
import io.sluice.wire.BodyDecoder;
import io.sluice.wire.Dialect;
import java.nio.charset.StandardCharsets;

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
    String start = new String(body, 0, cut, StandardCharsets.ISO_8859_1);
    String line = start.substring(start.lastIndexOf('\n') + 1);
    boolean behindEvent = start.stripTrailing().endsWith("}") || "data: ".startsWith(line);
    return super.mayEnd(body, cut) || (cut > 0 && behindEvent && body[0] != '[');
  }
}
